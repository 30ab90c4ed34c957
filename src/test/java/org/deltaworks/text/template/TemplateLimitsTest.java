package org.deltaworks.text.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.deltaworks.domain.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that would take all time or memory there is; each is stopped, and told in words. */
@Timeout(60)
class TemplateLimitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      textBlock =
          """
          {% set n = namespace(l=[0]) %}{% for i in range(60) %}{% set n.l = n.l + n.l %}{% endfor %} § a list of over 100000 items
          {{ ('a' * 4000000).replace('a', 'b' * 4000000) }} § a text of over 4000000
          {{ 'abc'.replace('', 'b' * 4000000) }} § a text of over 4000000
          {{ range(100000)|join('b' * 4000000) }} § a text of over 4000000
          {{ ('b' * 4000000).join(['a', 'a', 'a']) }} § a text of over 4000000
          {{ ('{0}' * 100000).format('b' * 4000000) }} § a text of over 4000000
          {{ ('a\\n' * 1000000)|indent('b' * 4000000) }} § a text of over 4000000
          {{ [1, 2]|tojson(indent='b' * 4000000) }} § a text of over 4000000
          {% set n = namespace(l=[0]) %}{% for i in range(45) %}{% set n.l = [n.l, n.l] %}{% endfor %}{{ n.l|tojson }} § a text of over 4000000
          {% set n = namespace(l=[0]) %}{% for i in range(45) %}{% set n.l = [n.l, n.l] %}{% endfor %}{{ n.l }} § a text of over 4000000
          {% set n = namespace(a=[0], b=[0]) %}{% for i in range(45) %}{% set n.a = [n.a, n.a] %}{% set n.b = [n.b, n.b] %}{% endfor %}{{ n.a == n.b }} § more than any template needs
          {% set n = namespace(a=[0]) %}{% for i in range(45) %}{% set n.a = [n.a, n.a] %}{% endfor %}{{ {n.a: 1} }} § a list cannot be a key
          {% for i in range(100000) %}{% set x = 'a' * 3999990 ~ i %}{% endfor %} § more than any template needs
          {% set n = namespace(l=[]) %}{% for i in range(5000) %}{% set n.l = n.l + ['a' * 3999990 ~ i] %}{% endfor %} § more than any template needs
          {% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %} § more than
          {{ range(99999)|unique|list }} § more than any template needs
          {{ range(99999)|map('string')|sum(start='') }} § more than any template needs
          {% macro m() %}{{ m() }}{% endmacro %}{{ m() }} § it calls itself too deeply
          {{ 1e+ }} § "1e+" in line 1 is no number
          {{ []|attr }} § a value is of the wrong kind
          """)
  void isStopped(String template, String message) {
    assertThatThrownBy(() -> render(template))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      textBlock =
          """
          {{ ('a' * 4000000).find('a' * 2000000 ~ 'b') }} § -1
          {{ ('a ' * 500000).split()|length }} § 500000
          {{ ('a,' * 500000).rsplit(',', 9999)|length }} § 10000
          {{ ('ab' * 100 ~ 'c' ~ 'ab' * 100).rfind('ab' * 50) }} § 301
          {{ ('ab' * 100 ~ 'c').find('ab' * 50 ~ 'c') }} § 100
          {{ 'héllo'[1] }}{{ 'abc'[-1] }}{{ 'abc'[::9223372036854775807] }} § éca
          {{ 'a b  c d'.split(none, 1) }} § ['a', 'b  c d']
          {{ 'a,b,c'.rsplit(',', 1) }} § ['a,b', 'c']
          {{ 'aXbX'.replace('X', '-', 1) }}{{ 'ab'.replace('', '-') }} § a-bX-a-b-
          {{ {'a': [1, {'b': 2}]} == {'a': [1, {'b': 2}]} }}{{ {'a': 1} == {'a': 2} }} § TrueFalse
          """)
  void isAsQuickAsItShouldBe(String template, String text) {
    assertThat(render(template)).isEqualTo(text);
  }

  @Test
  void aLongConversationIsNoReasonToStop() {
    String content = "a word and another one. ".repeat(40_000);
    String text =
        ChatTemplate.compile(
                "{% for m in messages %}{{ '<' ~ m.role ~ '>' + m.content | trim | replace('a',"
                    + " 'e') }}{% if 'zzz' in m.content or m.content.startswith('b') %}no{% endif"
                    + " %}{% endfor %}")
            .render(
                Map.of(
                    "messages",
                    java.util.Collections.nCopies(4, Map.of("role", "user", "content", content))))
            .text();
    assertThat(text).hasSize(4 * (content.length() - 1 + "<user>".length()));
  }

  private static String render(String template) {
    return ChatTemplate.compile(template).render(Map.of()).text();
  }
}
