/**
 * Chat templates: a sandboxed engine for the part of the Jinja language that model makers use, with
 * the rules of Python values that their templates rely on. Nothing of a template is ever executed
 * outside this engine.
 */
@NullMarked
package org.deltaworks.text.template;

import org.jspecify.annotations.NullMarked;
