/// What a job may ask, and how a job ends. Pure: knows neither Kafka nor JSON.
@NullMarked
package polo.common.job;

import org.jspecify.annotations.NullMarked;
