package polo.images.edge.exif;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import polo.images.exif.ExifText;

/// The values of some directories by tag; the first directory that has a tag answers.
record Tags(List<Directory> directories) {

  @SafeVarargs
  static Tags of(Metadata metadata, Class<? extends Directory>... types) {
    List<Directory> directories = new ArrayList<>();
    for (Class<? extends Directory> type : types) {
      directories.addAll(metadata.getDirectoriesOfType(type));
    }
    return new Tags(directories);
  }

  Optional<String> text(int tag) {
    return value(tag)
        .flatMap(value ->
            switch (value) {
              case StringValue text -> ExifText.of(text.getBytes());
              case String text -> ExifText.cleaned(text);
              default -> Optional.empty();
            });
  }

  /// The first number under the tag; absent when it is none, or has a zero below the line.
  OptionalDouble number(int tag) {
    double[] numbers = numbers(tag);
    return numbers.length > 0 && Double.isFinite(numbers[0])
        ? OptionalDouble.of(numbers[0])
        : OptionalDouble.empty();
  }

  /// All numbers under the tag, NaN where there is a zero below the line; empty when they are none.
  double[] numbers(int tag) {
    return switch (value(tag).orElse("")) {
      case Rational rational -> new double[] {quotient(rational)};
      case Rational[] rationals -> quotients(rationals);
      case Number number -> new double[] {number.doubleValue()};
      case int[] ints -> Arrays.stream(ints).asDoubleStream().toArray();
      case short[] shorts ->
          IntStream.range(0, shorts.length).mapToDouble(i -> shorts[i]).toArray();
      case double[] doubles -> doubles;
      default -> new double[0];
    };
  }

  private Optional<Object> value(int tag) {
    return directories.stream()
        .filter(directory -> directory.containsTag(tag))
        .findFirst()
        .map(directory -> directory.getObject(tag));
  }

  private static double[] quotients(Rational[] rationals) {
    double[] numbers = new double[rationals.length];
    for (int i = 0; i < rationals.length; i++) {
      numbers[i] = quotient(rationals[i]);
    }
    return numbers;
  }

  /// The library calls 0/0 zero; it is not.
  private static double quotient(Rational rational) {
    return rational.getDenominator() == 0
        ? Double.NaN
        : (double) rational.getNumerator() / rational.getDenominator();
  }
}
