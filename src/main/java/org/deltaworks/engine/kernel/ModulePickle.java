package org.deltaworks.engine.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The state of a TorchScript module as libtorch expects it: a protocol-2 pickle of one object of
 * class {@code __torch__.Kernels} whose attributes are booleans, whole numbers and floats.
 */
final class ModulePickle {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private ModulePickle() {}

  static byte[] of(Map<String, Object> attributes) {
    ModulePickle pickle = new ModulePickle();
    pickle.write(attributes);
    return pickle.out.toByteArray();
  }

  private void write(Map<String, Object> attributes) {
    code(0x80).code(2);
    code('c').line("__torch__").line("Kernels");
    code(')').code(0x81);
    code('}').code('(');
    attributes.forEach((name, value) -> text(name).value(value));
    code('u').code('b').code('.');
  }

  private ModulePickle value(Object value) {
    return switch (value) {
      case Boolean flag -> code(flag ? 0x88 : 0x89);
      case Integer number -> code('J').bytes(little(4).putInt(number).array());
      case Double number -> code('G').bytes(ByteBuffer.allocate(8).putDouble(number).array());
      default -> throw new IllegalArgumentException("no attribute type: " + value.getClass());
    };
  }

  private ModulePickle text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return code('X').bytes(little(4).putInt(utf8.length).array()).bytes(utf8);
  }

  private ModulePickle line(String text) {
    return bytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private ModulePickle code(int code) {
    out.write(code);
    return this;
  }

  private ModulePickle bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(java.nio.ByteOrder.LITTLE_ENDIAN);
  }
}
