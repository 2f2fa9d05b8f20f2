package ca.tripoint.notification.delivery;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The defaults of {@link DeliveryConfig}, save what a test says. */
final class TestDeliveryConfig {

    private TestDeliveryConfig() {}

    static DeliveryConfig with(Map<String, String> settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DeliveryConfig.class)
                .withDefaultValue("tripoint.delivery.sender", "no-reply@tripoint.example")
                .withDefaultValue("tripoint.delivery.server.host", "127.0.0.1");
        settings.forEach((name, value) -> config.withDefaultValue("tripoint.delivery." + name, value));
        return config.build().getConfigMapping(DeliveryConfig.class);
    }
}
