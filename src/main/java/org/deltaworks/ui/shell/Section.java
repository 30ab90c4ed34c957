package org.deltaworks.ui.shell;

import java.util.Arrays;
import java.util.function.Supplier;
import org.deltaworks.ui.navigation.Place;
import org.kordamp.ikonli.feather.Feather;

/** The entries of the rail, in their order; Ctrl and its number goes to each. */
public enum Section {
  HOME("Home", Feather.HOME, Place.Home::new, 0),
  TRAIN("Train", Feather.PLAY_CIRCLE, Place.NewTraining::empty, 0),
  RUNS("Runs", Feather.ACTIVITY, Place.Runs::new, 0),
  ADAPTERS("Adapters", Feather.LAYERS, Place.Adapters::all, 0),
  TRY_IT("Try it", Feather.MESSAGE_SQUARE, Place.TryIt::asLeft, 0),
  MODELS("Models", Feather.BOX, Place.Models::new, 1),
  DATA("Data", Feather.FILE_TEXT, Place.Datasets::new, 1),
  SETTINGS("Settings", Feather.SETTINGS, Place.Settings::new, 2);

  private final String label;
  private final Feather picture;
  private final Supplier<Place> place;
  private final int group;

  Section(String label, Feather picture, Supplier<Place> place, int group) {
    this.label = label;
    this.picture = picture;
    this.place = place;
    this.group = group;
  }

  /** Its word in the rail. */
  public String label() {
    return label;
  }

  /** Its picture in the rail. */
  public Feather picture() {
    return picture;
  }

  /** Where its entry leads. */
  public Place place() {
    return place.get();
  }

  /** Entries of one group stand together. */
  public int group() {
    return group;
  }

  /** The section that a place belongs to. */
  public static Section of(Place place) {
    return switch (place) {
      case Place.Home p -> HOME;
      case Place.WhyLora p -> HOME;
      case Place.NewTraining p -> TRAIN;
      case Place.Runs p -> RUNS;
      case Place.RunPage p -> RUNS;
      case Place.Sweeps p -> RUNS;
      case Place.SweepPage p -> RUNS;
      case Place.Adapters p -> ADAPTERS;
      case Place.TryIt p -> TRY_IT;
      case Place.Models p -> MODELS;
      case Place.Datasets p -> DATA;
      case Place.Settings p -> SETTINGS;
    };
  }

  /** The digit that goes here together with Ctrl. */
  public int digit() {
    return Arrays.asList(values()).indexOf(this) + 1;
  }
}
