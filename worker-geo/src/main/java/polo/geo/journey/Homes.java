package polo.geo.journey;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where a user was at home, and from when on. People move.
///
/// On a night, home is the place of most nights in a window of days around it, if those are at
/// least half of the nights known there; of equals the one slept at first in it. Else home is still
/// where it was: who travels from bed to bed has not moved. Before the first such night it is where
/// it was then. With a window so wide on both sides of a move, home changes on the day of the move.
///
/// When no place is home in any window, it is the place with most nights of all.
///
/// Cost: nights times the places slept at within a window.
final class Homes {

  /// A night spent in one place.
  ///
  /// @param place absent for nights at no place
  private record Night(LocalDate date, @Nullable String place, Sojourn sojourn) {}

  private final NavigableMap<Instant, Sojourn> from = new TreeMap<>();

  private Homes() {}

  /// From stays by time.
  static Homes of(List<Sojourn> sojourns, int windowDays) {
    Homes homes = new Homes();
    List<Night> nights = nights(sojourns);
    Window window = new Window(nights, windowDays / 2);
    Night home = null;
    for (Night night : nights) {
      Optional<Night> here = window.around(night.date()).home();
      if (here.isPresent() && (home == null || !Objects.equals(here.get().place(), home.place()))) {
        // In the first window home was there before, too.
        homes.from.put(
            home == null ? Instant.MIN : night.sojourn().stay().start(), here.get().sojourn());
        home = here.get();
      }
    }
    if (home == null) {
      window.ofAll().most().ifPresent(most -> homes.from.put(Instant.MIN, most.sojourn()));
    }
    return homes;
  }

  private static List<Night> nights(List<Sojourn> sojourns) {
    List<Night> nights = new ArrayList<>();
    for (Sojourn sojourn : sojourns) {
      Nights.dates(sojourn.span(), sojourn.zone())
          .forEach(date -> nights.add(new Night(date, sojourn.stay().placeId(), sojourn)));
    }
    nights.sort(comparing(Night::date));
    return nights;
  }

  boolean isEmpty() {
    return from.isEmpty();
  }

  /// A stay at what was home then.
  Sojourn at(Instant time) {
    return from.floorEntry(time).getValue();
  }

  Sojourn last() {
    return from.lastEntry().getValue();
  }

  /// Some of the nights in a row, as counted by place.
  private static final class Window {

    private final List<Night> nights;
    private final int reachDays;
    private final Map<String, Integer> counts = new HashMap<>();
    private int first;
    private int next;

    Window(List<Night> nights, int reachDays) {
      this.nights = nights;
      this.reachDays = reachDays;
    }

    /// Moves on to a later date.
    Window around(LocalDate date) {
      addUntil(date.plusDays(reachDays));
      while (nights.get(first).date().isBefore(date.minusDays(reachDays))) {
        count(nights.get(first++), -1);
      }
      return this;
    }

    Window ofAll() {
      addUntil(LocalDate.MAX);
      while (first > 0) {
        count(nights.get(--first), 1);
      }
      return this;
    }

    private void addUntil(LocalDate last) {
      while (next < nights.size() && !nights.get(next).date().isAfter(last)) {
        count(nights.get(next++), 1);
      }
    }

    private void count(Night night, int change) {
      if (night.place() != null) {
        counts.merge(night.place(), change, Integer::sum);
      }
    }

    Optional<Night> home() {
      return most().filter(night -> 2 * count(night) >= next - first);
    }

    /// The first night at the place with most.
    Optional<Night> most() {
      int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
      return most == 0
          ? Optional.empty()
          : nights.subList(first, next).stream().filter(night -> count(night) == most).findFirst();
    }

    private int count(Night night) {
      return night.place() == null ? 0 : counts.getOrDefault(night.place(), 0);
    }
  }
}
