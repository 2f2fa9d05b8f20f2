# Runs a command in a process group of its own (a Ctrl-C at the terminal does not reach it) and ends it when whoever
# holds the other end of our standard input is gone, however that came about.
#   bash -c "$(cat leash.sh)" leash SIGNAL command…
signal=$1
shift
exec 3<&0
trap : INT HUP
trap 'kill -s "$signal" "$child" 2>/dev/null' TERM
set -m
"$@" 3<&- </dev/null &
child=$!
# The watcher has a group of its own too: it must outlive a kill of ours.
{
  while read -r _ <&3; do :; done
  kill -s "$signal" "$child" 2>/dev/null
  seconds=0
  while kill -0 "$child" 2>/dev/null && [ $seconds -lt 20 ]; do
    sleep 1
    seconds=$((seconds + 1))
  done
  kill -s KILL "$child" 2>/dev/null
} >/dev/null 2>&1 &
watcher=$!
set +m
while :; do
  wait "$child"
  code=$?
  kill -0 "$child" 2>/dev/null || break
done
kill "$watcher" 2>/dev/null
exit $code
