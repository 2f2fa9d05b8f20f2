package ca.tripoint.kit.signing;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Security;
import org.jboss.logging.Logger;
import org.jose4j.jca.ProviderContext;

/**
 * RSA in native code (AWS-LC), a quarter of what the JDK takes: a signature is the most expensive thing an answer with a signed
 * fact contains (ADR 0011). The key has to be native too: any other is converted and checked anew for each signature, which costs
 * twice the signature itself. Where the library does not load, on another platform, the JDK signs: slower, to the same bytes.
 */
final class NativeRsa {
    private static final Logger LOG = Logger.getLogger(NativeRsa.class);
    private static final boolean LOADED = load();

    private NativeRsa() {}

    private static boolean load() {
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        Throwable unavailable = provider.getLoadingError();
        if (unavailable == null) {
            // The last of all providers: only who asks for it by name gets it.
            Security.addProvider(provider);
        } else {
            LOG.infof(
                    "RSA signatures come from the JDK: the native library does not load (%s)",
                    unavailable.getMessage());
        }
        return unavailable == null;
    }

    /** Where signatures are computed. */
    static ProviderContext context() {
        ProviderContext context = new ProviderContext();
        if (LOADED) {
            context.getSuppliedKeyProviderContext().setSignatureProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
        }
        return context;
    }

    /** Where the keys to sign with are made. */
    static KeyFactory keys() throws NoSuchAlgorithmException, NoSuchProviderException {
        return LOADED
                ? KeyFactory.getInstance("RSA", AmazonCorrettoCryptoProvider.PROVIDER_NAME)
                : KeyFactory.getInstance("RSA");
    }
}
