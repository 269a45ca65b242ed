package polo.geo.trip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a way into walks, rides and flights: a hidden Markov chain over its slices.
///
/// Seen is the speed of each slice. Who is on foot stands or walks, and seldom runs; who rides
/// stands less, and has any speed that wheels have. Each gait lasts a while: it is a row of phases
/// of which only the last can be left (the explicit durations of Ferguson 1980), so that a car does
/// not walk at a red light. Walking speed is that of the literature (Bohannon 1997: 1.4 m/s, here
/// with 0.5 m/s around it for the noise of fixes), the rest common sense; nothing was fitted.
///
/// A long silence that leaps further and faster than people travel on the ground is a flight, with
/// the hours at airports in its average.
///
/// @param sliceSeconds least length of a slice
/// @param foot walks
/// @param ride rides
/// @param flight flights
/// @param floor the least likelihood of any speed, over short distances: one bad fix proves nothing
/// @param errorMeters distances beyond this are hardly made by bad fixes
/// @param leapMeters, leapMps from this on a silence is a flight
public record GaitRules(
    double sliceSeconds,
    Lasting foot,
    Lasting ride,
    Lasting flight,
    double floor,
    double errorMeters,
    double leapMeters,
    double leapMps) {

  public static final GaitRules DEFAULT =
      new GaitRules(
          20,
          new Lasting(3, 0.04, 0.6),
          new Lasting(4, 0.015, 0.4),
          new Lasting(1, 0.003, 0.01),
          2e-3,
          1_000,
          150_000,
          50);

  /// How long a gait lasts.
  ///
  /// @param slices at least
  /// @param ends chance that it ends with each further slice
  /// @param begins chance that a way begins with it, or that it follows another
  public record Lasting(int slices, double ends, double begins) {}

  /// Slices of one gait.
  ///
  /// @param posterior how probable the gait is, on average
  record Run(Gait gait, int from, int to, double posterior) {

    Run spanning(int newFrom, int newTo) {
      return new Run(gait, newFrom, newTo, posterior);
    }
  }

  List<Run> runs(Slices slices) {
    Phases phases = new Phases(slices);
    HiddenChain chain = new HiddenChain(phases.likelihoods(), phases);
    int[] states = chain.likeliest();
    double[][] posterior = chain.posterior();
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= states.length; i++) {
      if (i == states.length || phases.gait(states[i]) != phases.gait(states[from])) {
        Gait gait = phases.gait(states[from]);
        runs.add(new Run(gait, from, i, phases.mean(gait, posterior, from, i)));
        from = i;
      }
    }
    return runs;
  }

  private Lasting lasting(Gait gait) {
    return switch (gait) {
      case FOOT -> foot;
      case RIDE -> ride;
      case FLIGHT -> flight;
    };
  }

  private double likelihood(Gait gait, double mps, double meters) {
    if (meters >= leapMeters && mps >= leapMps) {
      return gait == Gait.FLIGHT ? 1 : 0;
    }
    double likelihood =
        switch (gait) {
          case FOOT ->
              0.35 * still(mps) + 0.62 * normal(mps, 1.4, 0.5) + 0.03 * normal(mps, 2.8, 0.6);
          case RIDE -> 0.12 * still(mps) + 0.88 * logNormal(mps, 9, 0.9);
          case FLIGHT -> logNormal(mps, 220, 0.25);
        };
    // By the logarithm of speed, so that fast slices are not taken for rare ones.
    return Math.max(floor * Math.exp(-meters / errorMeters), likelihood * Math.max(1, mps));
  }

  private static double still(double mps) {
    return Math.exp(-mps / 0.3) / 0.3;
  }

  private static double normal(double x, double mean, double deviation) {
    double z = (x - mean) / deviation;
    return 0.3989 / deviation * Math.exp(-z * z / 2);
  }

  private static double logNormal(double x, double median, double deviation) {
    return x < 0.01 ? 0 : normal(Math.log(x / median), 0, deviation) / x;
  }

  /// The phases of one gait, as states of the chain.
  private record Row(Gait gait, Lasting lasting, int first, int last) {}

  /// The states: a row for each gait, one after the other. A slice passes as many phases as it is
  /// longer than the least.
  private final class Phases implements HiddenChain.Moves {

    private final Slices slices;
    private final List<Row> rows = new ArrayList<>();
    private final Row[] rowOf;

    Phases(Slices slices) {
      this.slices = slices;
      int states = 0;
      for (Gait gait : Gait.values()) {
        int next = states + lasting(gait).slices();
        rows.add(new Row(gait, lasting(gait), states, next - 1));
        states = next;
      }
      this.rowOf = new Row[states];
      rows.forEach(row -> Arrays.fill(rowOf, row.first, row.last + 1, row));
    }

    Gait gait(int state) {
      return rowOf[state].gait;
    }

    double[][] likelihoods() {
      double[][] all = new double[slices.size()][rowOf.length];
      for (int i = 0; i < all.length; i++) {
        for (Row row : rows) {
          Arrays.fill(
              all[i],
              row.first,
              row.last + 1,
              likelihood(row.gait, slices.mps(i), slices.meters(i)));
        }
      }
      return all;
    }

    double mean(Gait gait, double[][] posterior, int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        for (int state = 0; state < rowOf.length; state++) {
          sum += gait(state) == gait ? posterior[i][state] : 0;
        }
      }
      return sum / (to - from);
    }

    /// A way may begin in the midst of a gait.
    @Override
    public double start(int state) {
      Lasting lasting = rowOf[state].lasting;
      return lasting.begins() / lasting.slices();
    }

    @Override
    public double move(int step, int from, int to) {
      Row left = rowOf[from];
      Row reached = rowOf[to];
      int phases = (int) Math.max(1, slices.seconds(step) / sliceSeconds);
      if (left.gait == reached.gait) {
        double stays = from == left.last ? 1 - left.lasting.ends() : 1;
        return to == Math.min(left.last, from + phases) ? stays : 0;
      }
      boolean ends = from == left.last && to == Math.min(reached.last, reached.first + phases - 1);
      return ends ? left.lasting.ends() * reached.lasting.begins() : 0;
    }
  }
}
