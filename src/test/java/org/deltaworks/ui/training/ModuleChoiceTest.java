package org.deltaworks.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deltaworks.domain.adapters.TargetModules;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.junit.jupiter.api.Test;

class ModuleChoiceTest {
  private static final BaseModel LLAMA = Bases.llama(5);

  /** However modules are ticked, the text names exactly those: also for GPT-2's twin c_proj. */
  @Property(tries = 300)
  void theTextNamesExactlyWhatIsTicked(
      @ForAll Set<@IntRange(max = 95) Integer> ticked, @ForAll boolean gpt2) {
    BaseModel base = gpt2 ? Bases.gpt2Medium() : LLAMA;
    ModuleChoice choice =
        ModuleChoice.of(base, TargetModules.parse(ModuleChoice.NOTHING))
            .only(
                ticked.stream()
                    .filter(i -> i < base.modules().size())
                    .map(i -> base.modules().get(i).path())
                    .toList());
    assertThat(ModuleChoice.of(base, TargetModules.parse(choice.text()))).isEqualTo(choice);
  }

  @Test
  void theDefaultIsSaidWithNothing() {
    ModuleChoice choice = ModuleChoice.of(LLAMA, TargetModules.parse("q_proj,v_proj"));
    assertThat(choice.text()).isEmpty();
    assertThat(choice.chosen()).hasSize(10);
  }

  @Test
  void everythingIsAllLinear() {
    ModuleChoice nothing = ModuleChoice.of(LLAMA, TargetModules.parse(ModuleChoice.NOTHING));
    ModuleChoice all = nothing.with(m -> true, true);
    assertThat(all.text()).isEqualTo("all-linear");
    assertThat(all.ticked()).isEqualTo(ModuleChoice.Ticked.ALL);
  }

  @Test
  void aPartOfEveryLayerIsAListOfNames() {
    ModuleChoice nothing = ModuleChoice.of(LLAMA, TargetModules.parse(ModuleChoice.NOTHING));
    assertThat(nothing.with(ModuleKind.Part.FEED_FORWARD, true).text())
        .isEqualTo("gate_proj,up_proj,down_proj");
    assertThat(nothing.with(ModuleKind.Part.ATTENTION, true).text())
        .isEqualTo("q_proj,k_proj,v_proj,o_proj");
  }

  @Test
  void twinsGetTheLongerName() {
    BaseModel gpt2 = Bases.gpt2Medium();
    ModuleChoice nothing = ModuleChoice.of(gpt2, TargetModules.parse(ModuleChoice.NOTHING));
    ModuleKind down = nothing.kinds().getLast();
    assertThat(down.letter()).isEqualTo("down");
    assertThat(nothing.with(down, true).text()).isEqualTo("mlp.c_proj");
  }

  @Test
  void fewLayersAreAnExpression() {
    ModuleChoice choice =
        ModuleChoice.of(LLAMA, TargetModules.parse(ModuleChoice.NOTHING))
            .with(m -> m.layer() >= 3 && m.name().equals("q_proj"), true);
    assertThat(choice.text()).isEqualTo("model\\.layers\\.(3|4)\\.self_attn\\.q_proj");
    assertThat(choice.ticked(choice.kinds().getFirst())).isEqualTo(ModuleChoice.Ticked.SOME);
  }

  @Test
  void nothingTickedIsNotTheDefault() {
    ModuleChoice choice =
        ModuleChoice.of(LLAMA, new TargetModules.Default()).with(m -> true, false);
    assertThat(ModuleChoice.of(LLAMA, TargetModules.parse(choice.text())).isEmpty()).isTrue();
  }

  @Test
  void everyModuleHasAKindWithAWordOfHelp() {
    ModuleChoice choice = ModuleChoice.of(LLAMA, new TargetModules.Default());
    for (LinearModule module : LLAMA.modules()) {
      assertThat(choice.kindOf(module).help()).endsWith(".");
    }
    assertThat(choice.kinds())
        .extracting(ModuleKind::letter)
        .containsExactly("q", "k", "v", "o", "gate", "up", "down");
  }
}
