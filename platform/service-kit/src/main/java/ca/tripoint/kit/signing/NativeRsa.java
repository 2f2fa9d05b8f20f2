package ca.tripoint.kit.signing;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import org.jboss.logging.Logger;
import org.jose4j.jca.ProviderContext;

/**
 * RSA in native code (AWS-LC), a third of what the JDK takes: a signature is the most expensive thing an answer with a signed
 * fact contains (ADR 0011). Where the library does not load, on another platform, the JDK signs: slower, to the same bytes.
 */
final class NativeRsa {
    private static final Logger LOG = Logger.getLogger(NativeRsa.class);

    private NativeRsa() {}

    static ProviderContext context() {
        ProviderContext context = new ProviderContext();
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        Throwable unavailable = provider.getLoadingError();
        if (unavailable == null) {
            // The last of all providers: only who asks for it by name gets it.
            Security.addProvider(provider);
            context.getSuppliedKeyProviderContext().setSignatureProvider(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
        } else {
            LOG.infof(
                    "RSA signatures come from the JDK: the native library does not load (%s)",
                    unavailable.getMessage());
        }
        return context;
    }
}
