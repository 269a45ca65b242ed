package polo.common.edge.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;
import polo.common.job.ParsedPoints;
import polo.common.job.Reason;
import polo.common.job.ReasonCode;
import tools.jackson.databind.JsonNode;

/// Reads fixes from outside: objects under `fixes`, or columns under `columns`. A fix that makes no
/// sense is left out and named, the others are kept. Fixes come out at stored precision.
final class PointsReader {

  /// So many bad fixes are named one by one; the rest is a number.
  private static final int NAMED_FLAWS = 20;

  private static final List<String> COLUMNS =
      List.of("time", "lat", "lon", "accuracy", "altitude", "speed", "heading", "activity");

  /// No phone means more than this in metres or metres a second.
  private static final double LARGEST = 1e9;

  private static final int LONGEST_ACTIVITY = 64;

  private PointsReader() {}

  static ParsedPoints read(JsonNode body) {
    boolean hasFixes = body.hasNonNull("fixes");
    boolean hasColumns = body.hasNonNull("columns");
    if (hasFixes && hasColumns) {
      return invalid(ReasonCode.FIELD_INVALID, "fixes and columns are both given, one is allowed");
    }
    if (hasFixes) {
      return readObjects(body.get("fixes"));
    }
    if (hasColumns) {
      return readColumns(body.get("columns"));
    }
    return invalid(ReasonCode.FIELD_MISSING, "fixes or columns is missing");
  }

  private static ParsedPoints readObjects(JsonNode fixes) {
    if (!fixes.isArray()) {
      return invalid(
          ReasonCode.FIELD_INVALID, "fixes is %s, not a list".formatted(Shown.of(fixes)));
    }
    return readRows("fixes", fixes.size(), i -> rowOf(fixes.get(i), "fixes[" + i + "]"));
  }

  private static Fields rowOf(JsonNode fix, String path) {
    Fields row = fields(new FieldSource.OfObject(fix, path + "."));
    if (!fix.isObject()) {
      row.invalid("%s is %s, not an object".formatted(path, Shown.of(fix)));
    }
    return row;
  }

  private static ParsedPoints readColumns(JsonNode columns) {
    if (!columns.isObject()) {
      return invalid(
          ReasonCode.FIELD_INVALID, "columns is %s, not an object".formatted(Shown.of(columns)));
    }
    int rows = columns.path("time").size();
    for (String name : COLUMNS) {
      Reason problem = problemOf(columns, name, rows);
      if (problem != null) {
        return new ParsedPoints.Invalid(problem);
      }
    }
    return readRows("columns", rows, i -> fields(new FieldSource.OfRow(columns, "columns.", i)));
  }

  private static @Nullable Reason problemOf(JsonNode columns, String name, int rows) {
    if (!columns.hasNonNull(name)) {
      return isRequired(name)
          ? new Reason(ReasonCode.FIELD_MISSING, "columns.%s is missing".formatted(name))
          : null;
    }
    JsonNode column = columns.get(name);
    if (!column.isArray()) {
      return new Reason(
          ReasonCode.FIELD_INVALID,
          "columns.%s is %s, not a list".formatted(name, Shown.of(column)));
    }
    return column.size() == rows
        ? null
        : new Reason(
            ReasonCode.FIELD_INVALID,
            "columns.%s has %d values, columns.time has %d".formatted(name, column.size(), rows));
  }

  private static boolean isRequired(String column) {
    return column.equals("time") || column.equals("lat") || column.equals("lon");
  }

  private static ParsedPoints readRows(String name, int count, IntFunction<Fields> rows) {
    List<Fix> fixes = new ArrayList<>();
    List<Reason> flaws = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Fields row = rows.apply(i);
      Fix fix = fix(row);
      if (row.problem().isEmpty()) {
        fixes.add(fix);
      } else if (flaws.size() < NAMED_FLAWS) {
        flaws.add(row.problem().get());
      }
    }
    if (count == 0) {
      return invalid(ReasonCode.FIELD_INVALID, name + " is empty");
    }
    if (fixes.isEmpty()) {
      return invalid(
          ReasonCode.FIX_INVALID,
          "none of %d fixes is valid: %s".formatted(count, flaws.getFirst().message()));
    }
    int unnamed = count - fixes.size() - flaws.size();
    if (unnamed > 0) {
      flaws.add(new Reason(ReasonCode.FIX_INVALID, "and %d more".formatted(unnamed)));
    }
    return new ParsedPoints.Valid(fixes, flaws);
  }

  private static Fix fix(Fields row) {
    return new Fix(
            row.time("time"),
            new Coordinate(
                row.number("lat", -90, 90, "a latitude"),
                row.number("lon", -180, 180, "a longitude")),
            row.optionalNumber("altitude", -LARGEST, LARGEST, "an altitude in metres"),
            row.optionalNumber("accuracy", 0, LARGEST, "an accuracy in metres"),
            knownOrNull(row.optionalNumber("speed", -LARGEST, LARGEST, "metres a second")),
            knownOrNull(row.optionalNumber("heading", -LARGEST, 360, "a heading in degrees")),
            row.optionalText("activity", LONGEST_ACTIVITY))
        .rounded();
  }

  /// Phones say "unknown" with a negative speed or heading (Apple's CLLocation does). A negative
  /// accuracy is another matter: there it is the position that is unknown.
  private static @Nullable Double knownOrNull(@Nullable Double value) {
    return value == null || value < 0 ? null : value;
  }

  private static Fields fields(FieldSource source) {
    return new Fields(source, ReasonCode.FIX_INVALID, ReasonCode.FIX_INVALID);
  }

  private static ParsedPoints invalid(ReasonCode code, String message) {
    return new ParsedPoints.Invalid(new Reason(code, message));
  }
}
