package polo.fleet.edge.process;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import polo.common.edge.CommonWiring;
import polo.fleet.edge.api.ApiWiring;
import polo.fleet.edge.console.ConsoleWiring;

/// The console and the API, without a worker.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommonWiring.class, ConsoleWiring.class, ApiWiring.class})
class ConsoleApplication {}
