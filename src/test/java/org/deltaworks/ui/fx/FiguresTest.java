package org.deltaworks.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "950 | 950",
        "9999 | 9,999",
        "12345 | 12.3 thousand",
        "999499 | 999 thousand",
        "999500 | 1 million",
        "1228800 | 1.2 million",
        "135000000 | 135 million",
        "999500000 | 1 billion",
        "7615616512 | 7.6 billion"
      })
  void countsAreRounded(long number, String text) {
    assertThat(Figures.count(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1 byte",
        "812 | 812 bytes",
        "4690 | 4.7 kB",
        "4700000 | 4.7 MB",
        "269000000 | 269 MB",
        "1400000000 | 1.4 GB"
      })
  void bytesHaveAUnit(double bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 s",
        "4 | 4 s",
        "110 | 1 min 50 s",
        "120 | 2 min",
        "7500 | 2 h 5 min",
        "100800 | 1 day 4 h",
        "273600 | 3 days 4 h"
      })
  void durationsHaveTwoUnits(long seconds, String text) {
    assertThat(Figures.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2e-4 | 2e-4",
        "1.8e-4 | 1.8e-4",
        "0.01 | 0.01",
        "0.0015 | 0.0015",
        "0 | 0",
        "9.96e-5 | 1e-4"
      })
  void ratesAreShort(double rate, String text) {
    assertThat(Figures.rate(rate)).isEqualTo(text);
  }

  @Test
  void theShareOfTheModelIsOneSentence() {
    assertThat(Figures.trained(1_228_800, 134_515_008))
        .isEqualTo("1.2 million of 135 million numbers (0.9 %)");
  }

  @Test
  void sharesKeepWhatMatters() {
    assertThat(Figures.share(0.42)).isEqualTo("42 %");
    assertThat(Figures.share(0.0042)).isEqualTo("0.4 %");
    assertThat(Figures.share(0.00042)).isEqualTo("0.04 %");
    assertThat(Figures.share(1e-6)).isEqualTo("less than 0.01 %");
    assertThat(Figures.share(0)).isEqualTo("0.00 %");
  }

  @Test
  void lossesHaveThreeFigures() {
    assertThat(Figures.loss(0.41349)).isEqualTo("0.413");
    assertThat(Figures.loss(2.0666)).isEqualTo("2.07");
    assertThat(Figures.loss(12.51)).isEqualTo("12.5");
    assertThat(Figures.loss(Double.NaN)).isEqualTo("not a number");
  }

  @Test
  void timesGrowCoarser() {
    Instant now = Instant.parse("2026-05-04T12:00:00Z");
    assertThat(Figures.ago(now.minusSeconds(5), now)).isEqualTo("just now");
    assertThat(Figures.ago(now.minusSeconds(300), now)).isEqualTo("5 min ago");
    assertThat(Figures.ago(now.minusSeconds(3 * 3600), now)).isEqualTo("3 h ago");
    assertThat(Figures.ago(now.minusSeconds(90 * 3600), now)).contains("2026");
  }

  @Test
  void thingsAreCounted() {
    assertThat(Figures.counted(0, "run")).isEqualTo("no runs");
    assertThat(Figures.counted(1, "run")).isEqualTo("one run");
    assertThat(Figures.counted(6, "adapter")).isEqualTo("6 adapters");
  }
}
