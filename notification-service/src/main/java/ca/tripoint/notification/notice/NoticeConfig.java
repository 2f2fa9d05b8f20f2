package ca.tripoint.notification.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The in-app inbox. */
@ConfigMapping(prefix = "tripoint.inbox")
interface NoticeConfig {

    /** Notices on a page: more than a course of visits brings in a month, so that most people never turn one. */
    @WithDefault("20")
    int page();
}
