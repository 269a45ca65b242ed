package polo.fleet.edge.process;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import polo.common.edge.CommonWiring;
import polo.fleet.edge.console.ConsoleWiring;

/// The console without a worker.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommonWiring.class, ConsoleWiring.class})
class ConsoleApplication {}
