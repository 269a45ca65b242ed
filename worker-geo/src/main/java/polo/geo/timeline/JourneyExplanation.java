package polo.geo.timeline;

import polo.geo.journey.JourneyGround;

/// Why a time away from home is a journey: by which rule, on what evidence.
///
/// @param because the same in a sentence, for support to read out
public record JourneyExplanation(Rule rule, String because, JourneyGround evidence) {}
