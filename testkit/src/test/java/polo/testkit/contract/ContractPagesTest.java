package polo.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import polo.common.document.Photo;
import polo.common.edge.json.Json;
import polo.common.edge.kafka.CloudEventHeaders;
import polo.common.edge.kafka.JobReader;
import polo.common.edge.kafka.Topics;
import polo.common.job.Event;
import polo.common.job.JobType;
import polo.common.job.ParsedJob;
import polo.common.job.PhotoPrivacy;
import polo.common.job.ReasonCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the pages of the contract say is what the code does.
class ContractPagesTest {

  private static final JsonNode ASYNCAPI = new YAMLMapper().readTree(text("asyncapi.yaml"));

  @Test
  void the_readme_lists_the_reason_codes_there_are() {
    List<String> codes = rowsOfReadme("Reason codes");

    assertThat(codes).isEqualTo(names(ReasonCode.values()));
  }

  @Test
  void the_readme_lists_the_topics_there_are() {
    List<String> topics = rowsOfReadme("Topics and keys");

    assertThat(topics).isEqualTo(Topics.all());
  }

  @Test
  void asyncapi_lists_the_topics_there_are() {
    Stream<String> described =
        ASYNCAPI.get("channels").valueStream().map(channel -> channel.get("address").stringValue());

    assertThat(described).containsExactlyInAnyOrderElementsOf(Topics.all());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Topics.POINTS,
        Topics.PHOTOS,
        Topics.BULK,
        Topics.PLACES,
        Topics.PHOTOS_RETRY,
        Topics.POINTS_PARKED
      })
  void asyncapi_puts_on_a_topic_the_jobs_that_may_travel_on_it(String topic) {
    Set<String> allowed =
        Topics.jobsOn(topic).stream().map(JobType::wireName).collect(Collectors.toSet());

    assertThat(messagesOn(topic)).isEqualTo(allowed);
  }

  @Test
  void asyncapi_puts_the_events_on_the_topic_of_events() {
    assertThat(messagesOn(Topics.EVENTS)).isEqualTo(eventTypes().collect(Collectors.toSet()));
  }

  @Test
  void the_schemas_know_the_words_the_code_knows() {
    Stream<String> jobTypes = Arrays.stream(JobType.values()).map(JobType::wireName);

    assertThat(words("headers.json", "/properties/ce_type/enum"))
        .containsExactlyInAnyOrderElementsOf(Stream.concat(jobTypes, eventTypes()).toList());
    assertThat(words("job.rejected.json", "/properties/reason/properties/code/enum"))
        .isEqualTo(names(ReasonCode.values()));
    assertThat(words("photo.uploaded.json", "/properties/privacy/enum"))
        .isEqualTo(
            names(PhotoPrivacy.values()).stream().map(w -> w.toLowerCase(Locale.ROOT)).toList());
  }

  @Test
  void the_schema_of_photos_knows_the_facts_a_photo_has() {
    List<String> facts =
        Arrays.stream(Photo.class.getRecordComponents()).map(RecordComponent::getName).toList();

    assertThat(Json.mapper().readTree(text("schemas/photo.json")).at("/properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(facts);
  }

  @Test
  void the_first_body_of_the_readme_is_read_under_the_headers_beside_it() {
    String body = text("README.md").split("```json\n", 2)[1].split("```", 2)[0];
    Map<String, String> headers =
        Pattern.compile("-H (ce_\\w+)=(\\S+)")
            .matcher(text("README.md"))
            .results()
            .collect(Collectors.toMap(header -> header.group(1), header -> header.group(2)));
    headers.put(CloudEventHeaders.TIME, Samples.NOON.toString());

    ParsedJob read =
        JobReader.standard().read(body.getBytes(StandardCharsets.UTF_8), headers, Topics.POINTS);

    assertThat(read)
        .isInstanceOfSatisfying(
            ParsedJob.Valid.class, valid -> assertThat(valid.flaws()).isEmpty());
  }

  @Test
  void links_lead_somewhere() {
    List<Path> targets =
        Pattern.compile("\\]\\((?!https)([^)]+)\\)|\\$ref: '(\\./[^']+)'")
            .matcher(text("README.md") + text("asyncapi.yaml"))
            .results()
            .map(link ->
                Example.CONTRACT.resolve(link.group(1) == null ? link.group(2) : link.group(1)))
            .toList();

    assertThat(targets).hasSizeGreaterThan(30).allSatisfy(target -> assertThat(target).exists());
  }

  /// The words in code style that begin the rows of a section's table.
  private static List<String> rowsOfReadme(String section) {
    String readme = text("README.md");
    String from = readme.substring(readme.indexOf("## " + section));
    String table = from.split("\n## ", 2)[0];
    return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
        .matcher(table)
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  private static Set<String> messagesOn(String topic) {
    return ASYNCAPI
        .get("channels")
        .valueStream()
        .filter(channel -> channel.get("address").stringValue().equals(topic))
        .flatMap(channel -> channel.get("messages").propertyStream())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Stream<String> eventTypes() {
    return Samples.events().map(Event::type).distinct();
  }

  private static List<String> words(String schema, String pointer) {
    return Json.mapper()
        .readTree(text("schemas/" + schema))
        .at(pointer)
        .valueStream()
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .toList();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static String text(String file) {
    try {
      return Files.readString(Example.CONTRACT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
