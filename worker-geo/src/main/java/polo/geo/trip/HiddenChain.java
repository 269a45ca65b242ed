package polo.geo.trip;

import java.util.Arrays;

/// A hidden Markov chain: what was seen at each step, and how states follow one another.
///
/// Probabilities are scaled at every step, so that long chains do not underflow and nothing needs a
/// logarithm. Cost: steps times states squared, about a nanosecond each.
final class HiddenChain {

  /// How likely states follow one another; may differ from step to step.
  interface Moves {

    /// Of beginning in a state.
    double start(int state);

    /// Of going from one state to another on the way from `step - 1` to `step`.
    double move(int step, int from, int to);
  }

  private final double[][] likelihoods;
  private final Moves moves;
  private final int steps;
  private final int states;

  /// @param likelihoods by step and state, up to a factor of each step; at least one step
  HiddenChain(double[][] likelihoods, Moves moves) {
    this.likelihoods = likelihoods;
    this.moves = moves;
    this.steps = likelihoods.length;
    this.states = likelihoods[0].length;
  }

  /// The one most likely sequence of states (Viterbi 1967).
  int[] likeliest() {
    int[][] before = new int[steps][states];
    double[] best = begin();
    for (int step = 1; step < steps; step++) {
      best = extend(best, step, before[step]);
    }
    int[] sequence = new int[steps];
    sequence[steps - 1] = argmax(best);
    for (int step = steps - 1; step > 0; step--) {
      sequence[step - 1] = before[step][sequence[step]];
    }
    return sequence;
  }

  private double[] extend(double[] best, int step, int[] before) {
    double[] next = new double[states];
    for (int to = 0; to < states; to++) {
      for (int from = 0; from < states; from++) {
        double probability = best[from] * moves.move(step, from, to);
        if (probability > next[to]) {
          next[to] = probability;
          before[to] = from;
        }
      }
      next[to] *= likelihoods[step][to];
    }
    return scaled(next);
  }

  /// How probable each state is at each step, given all that was seen (forward and backward).
  double[][] posterior() {
    double[][] forward = new double[steps][];
    forward[0] = begin();
    for (int step = 1; step < steps; step++) {
      forward[step] = forward(forward[step - 1], step);
    }
    double[] backward = new double[states];
    Arrays.fill(backward, 1);
    for (int step = steps - 1; step >= 0; step--) {
      for (int state = 0; state < states; state++) {
        forward[step][state] *= backward[state];
      }
      scaled(forward[step]);
      if (step > 0) {
        backward = backward(backward, step);
      }
    }
    return forward;
  }

  private double[] forward(double[] past, int step) {
    double[] now = new double[states];
    for (int to = 0; to < states; to++) {
      double sum = 0;
      for (int from = 0; from < states; from++) {
        sum += past[from] * moves.move(step, from, to);
      }
      now[to] = sum * likelihoods[step][to];
    }
    return scaled(now);
  }

  private double[] backward(double[] future, int step) {
    double[] now = new double[states];
    for (int from = 0; from < states; from++) {
      for (int to = 0; to < states; to++) {
        now[from] += moves.move(step, from, to) * likelihoods[step][to] * future[to];
      }
    }
    return scaled(now);
  }

  private double[] begin() {
    double[] first = new double[states];
    for (int state = 0; state < states; state++) {
      first[state] = moves.start(state) * likelihoods[0][state];
    }
    return scaled(first);
  }

  /// So that the sum is one; all alike when nothing explains what was seen.
  private double[] scaled(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < states; i++) {
      values[i] = sum > 0 ? values[i] / sum : 1.0 / states;
    }
    return values;
  }

  private static int argmax(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
