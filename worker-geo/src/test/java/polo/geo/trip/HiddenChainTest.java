package polo.geo.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenChainTest {

  private static final int STEPS = 6;

  private static final HiddenChain.Moves RELUCTANT =
      new HiddenChain.Moves() {
        @Override
        public double start(int state) {
          return state == 0 ? 0.7 : 0.3;
        }

        @Override
        public double move(int step, int from, int to) {
          return from == to ? 0.9 : 0.1;
        }
      };

  @Test
  void a_single_doubtful_step_does_not_change_the_state() {
    double[][] seen = {{0.9, 0.1}, {0.4, 0.6}, {0.9, 0.1}, {0.1, 0.9}, {0.1, 0.9}, {0.1, 0.9}};

    int[] states = new HiddenChain(seen, RELUCTANT).likeliest();

    assertThat(states).containsExactly(0, 0, 0, 1, 1, 1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_posterior_is_that_of_all_sequences_added_up(long seed) {
    double[][] seen = random(seed);

    double[][] posterior = new HiddenChain(seen, RELUCTANT).posterior();

    for (int step = 0; step < STEPS; step++) {
      assertThat(posterior[step][1]).isCloseTo(summed(seen, step), within(1e-12));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_sequence_is_likelier_than_the_likeliest(long seed) {
    double[][] seen = random(seed);

    int[] states = new HiddenChain(seen, RELUCTANT).likeliest();

    double best = 0;
    for (int bits = 0; bits < 1 << STEPS; bits++) {
      best = Math.max(best, probability(seen, bits));
    }
    assertThat(probability(seen, bits(states))).isCloseTo(best, within(1e-15));
  }

  private static double[][] random(long seed) {
    Random random = new Random(seed);
    double[][] seen = new double[STEPS][2];
    for (double[] step : seen) {
      step[0] = random.nextDouble();
      step[1] = random.nextDouble();
    }
    return seen;
  }

  private static double summed(double[][] seen, int step) {
    double all = 0;
    double inOne = 0;
    for (int bits = 0; bits < 1 << STEPS; bits++) {
      double probability = probability(seen, bits);
      all += probability;
      inOne += (bits >> step & 1) == 1 ? probability : 0;
    }
    return inOne / all;
  }

  /// Of a sequence of states, written as bits.
  private static double probability(double[][] seen, int bits) {
    double probability = RELUCTANT.start(bits & 1);
    for (int step = 0; step < STEPS; step++) {
      int state = bits >> step & 1;
      probability *= seen[step][state];
      probability *= step == 0 ? 1 : RELUCTANT.move(step, bits >> (step - 1) & 1, state);
    }
    return probability;
  }

  private static int bits(int[] states) {
    int bits = 0;
    for (int step = 0; step < states.length; step++) {
      bits |= states[step] << step;
    }
    return bits;
  }
}
