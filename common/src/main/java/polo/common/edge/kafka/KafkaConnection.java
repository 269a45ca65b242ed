package polo.common.edge.kafka;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import polo.common.edge.secret.SecretFile;
import polo.common.edge.settings.KafkaSecurity;
import polo.common.edge.settings.PoloSettings;

/// How every client of Kafka reaches the brokers. Secret files are read anew for each client, so a
/// password can change while Polo runs; nothing secret is kept here or shown in a log.
///
/// @param bootstrap `host:port`, several joined by commas
/// @param security how the two know each other
public record KafkaConnection(String bootstrap, KafkaSecurity security) {

  /// As the settings say.
  public static KafkaConnection of(PoloSettings.Kafka settings) {
    return new KafkaConnection(settings.bootstrap(), settings.security());
  }

  /// To brokers that let everybody in.
  public static KafkaConnection open(String bootstrap) {
    return new KafkaConnection(bootstrap, KafkaSecurity.NONE);
  }

  /// For producers, consumers and admins alike; a map of the caller's own, to add to.
  ///
  /// @throws UncheckedIOException when a secret cannot be read
  public Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, security.protocol().name());
    if (security.user() != null && security.passwordFile() != null) {
      properties.put(SaslConfigs.SASL_MECHANISM, security.mechanism());
      properties.put(
          SaslConfigs.SASL_JAAS_CONFIG,
          login(security.user(), SecretFile.read(security.passwordFile())));
    }
    if (security.trustCertificate() != null) {
      properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
      properties.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, security.trustCertificate() + "");
    }
    if (security.keystore() != null && security.keystorePasswordFile() != null) {
      properties.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, "PKCS12");
      properties.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, security.keystore() + "");
      properties.put(
          SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
          new Password(SecretFile.read(security.keystorePasswordFile())));
    }
    return properties;
  }

  /// The caller closes it.
  public Admin admin() {
    return Admin.create(properties());
  }

  private Password login(String user, String password) {
    String module =
        security.mechanism().startsWith("SCRAM")
            ? ScramLoginModule.class.getName()
            : PlainLoginModule.class.getName();
    return new Password(
        "%s required username=%s password=%s;".formatted(module, quoted(user), quoted(password)));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
