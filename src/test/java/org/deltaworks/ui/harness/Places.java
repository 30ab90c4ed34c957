package org.deltaworks.ui.harness;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.deltaworks.ui.navigation.Navigator;
import org.deltaworks.ui.navigation.Place;

/** Remembers where a screen wanted to go. */
public final class Places implements Navigator {
  private final List<Place> gone = new CopyOnWriteArrayList<>();

  @Override
  public void go(Place place) {
    gone.add(place);
  }

  @Override
  public void back() {}

  /** All of them, first one first. */
  public List<Place> gone() {
    return gone;
  }
}
