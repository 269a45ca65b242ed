package polo.testkit.track;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import polo.common.earth.Coordinate;
import polo.common.earth.Fix;

/// Turns true positions into the fixes a receiver reports, one after the other.
///
/// Idea: error and declared accuracy wander (first-order autoregressive processes), because real
/// errors are alike from second to second: that is what makes a still phone drift. On top come
/// spikes (a few fixes in a row at one wrong spot, honestly declared), a heavy tail, and lies.
final class Sky {

  // About two sigma of the radial error in practice: 95 % of a Rayleigh lies within 2.45 sigma.
  private static final double ACCURACY_PER_SIGMA = 2.45;
  private static final double MOVING_MEMORY_SECONDS = 40;
  private static final double STILL_MEMORY_SECONDS = 400;
  private static final double SPIKE_LENGTH = 2.5;
  private static final double MOVING_MPS = 1;
  private static final double TAIL_METERS = 70;

  private final Noise noise;
  private final Random random;
  private final Set<Instant> lies = new HashSet<>();

  private @Nullable Instant before;
  // Each wanders around zero with variance one.
  private double east;
  private double north;
  private double up;
  private double mood;
  private int spikesLeft;
  private Shift spike = Shift.NONE;

  Sky(Noise noise, Random random) {
    this.noise = noise;
    this.random = random;
    this.east = random.nextGaussian();
    this.north = random.nextGaussian();
    this.up = random.nextGaussian();
    this.mood = random.nextGaussian();
  }

  /// The times of the fixes that lie.
  Set<Instant> lies() {
    return Set.copyOf(lies);
  }

  Fix fix(Passage passage, Instant at) {
    if (noise.equals(Noise.NONE)) {
      return satelliteFix(passage, at, Shift.NONE, 5);
    }
    boolean indoors = passage instanceof TrueStay;
    wander(at, indoors ? STILL_MEMORY_SECONDS : MOVING_MEMORY_SECONDS);
    if (spikes(indoors ? noise.spikeShareIndoors() : noise.spikeShareOutdoors())) {
      return towerFix(passage, at);
    }
    if (random.nextDouble() < noise.lieShare()) {
      lies.add(at);
      Shift lie = Shift.anywhere(400 + 2_600 * random.nextDouble(), random);
      return satelliteFix(passage, at, lie, 5 + 25 * random.nextDouble());
    }
    double usual = indoors ? noise.indoorMeters() : noise.outdoorMeters();
    double accuracy = usual * Math.exp(0.55 * Math.clamp(mood, -2.5, 2.5));
    double tail = random.nextDouble() < noise.tailShare() ? tail(accuracy) : 1;
    Shift error = new Shift(east, north).times(tail * accuracy / ACCURACY_PER_SIGMA);
    return satelliteFix(passage, at, error, Math.max(3, accuracy));
  }

  // Several times what is declared, but not so far that a real receiver would have noticed.
  private static double tail(double accuracy) {
    return Math.clamp(TAIL_METERS / accuracy, 1, 4);
  }

  private void wander(Instant at, double memorySeconds) {
    double seconds = before == null ? 0 : Duration.between(before, at).toMillis() / 1_000.0;
    before = at;
    double kept = Math.exp(-seconds / memorySeconds);
    double fresh = Math.sqrt(1 - kept * kept);
    east = kept * east + fresh * random.nextGaussian();
    north = kept * north + fresh * random.nextGaussian();
    up = kept * up + fresh * random.nextGaussian();
    mood = kept * mood + fresh * random.nextGaussian();
  }

  private boolean spikes(double share) {
    if (spikesLeft > 0) {
      spikesLeft--;
      return true;
    }
    boolean begins = random.nextDouble() < share / SPIKE_LENGTH;
    if (begins) {
      spikesLeft = random.nextInt((int) (2 * SPIKE_LENGTH - 1));
      spike = Shift.anywhere(120 + 1_400 * random.nextDouble() * random.nextDouble(), random);
    }
    return begins;
  }

  // From the network, not from satellites: no altitude, no speed, no heading.
  private Fix towerFix(Passage passage, Instant at) {
    double accuracy = Math.max(116, spike.meters() * (0.8 + 0.8 * random.nextDouble()));
    Coordinate position = spike.from(passage.positionAt(at));
    return new Fix(at, position, null, accuracy, null, null, null).rounded();
  }

  private Fix satelliteFix(Passage passage, Instant at, Shift error, double accuracy) {
    boolean exact = noise.equals(Noise.NONE);
    double speed = passage.speedAt(at);
    // Vertically satellites are about half as good again as horizontally.
    double climb = exact ? 0 : up * 1.6 * accuracy / ACCURACY_PER_SIGMA;
    double speedError = exact ? 0 : 0.35 * random.nextGaussian();
    Fix fix =
        new Fix(
            at,
            error.from(passage.positionAt(at)),
            passage.altitudeAt(at) + climb,
            accuracy,
            Math.max(0, speed + speedError),
            speed > MOVING_MPS ? heading(passage, at) : null,
            null);
    // Rounding also hides the last bits of sines and cosines, which may differ between machines.
    return fix.rounded();
  }

  private static double heading(Passage passage, Instant at) {
    return passage.positionAt(at).bearingTo(passage.positionAt(at.plusSeconds(1)));
  }
}
