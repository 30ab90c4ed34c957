# A decoder-only transformer as TorchScript text, compiled by libtorch when it is loaded. One call computes one block, so
# that the caller decides what is kept and what is computed again. No family is known here: the attributes say what to do.
#
# N tokens of all rows, one after another (no padding between rows)      C hidden      H query heads      K key/value heads
# D head width      I feed-forward width      V vocabulary      r rank      S rows of equal length, L that length
#
# w, the weights of a block; an empty tensor stands for one that the model does not have:
#   0 attention norm (C)   1 its bias   2, 3 query (H*D, C) and bias, or the joined query/key/value ((H + 2K)*D, C)
#   4, 5 key (K*D, C)      6, 7 value (K*D, C)     8 query norm (D)   9 key norm (D)   10, 11 attention output (C, H*D)
#   12, 13 feed-forward norm (C)   14, 15 gate (I, C)   16, 17 up (I, C), or the joined gate/up (2I, C)   18, 19 down (C, I)
# Joined weights are for passes without adapters on their parts: one product instead of two or three.
# a, the adapters of a block: A (r, in) and B (out, r) of query, key, value, output, gate, up, down; empty where none
# s (8), float64: scaling of each of the seven, then the chance of dropout
# Weights may be of another type than the computation: type_as does nothing where the types agree.
# A base in four bits has the codes of its linear weights in w (see quantised), and fourteen arrays more: 20 + 2m the
# constants and 21 + 2m the scales of module m. Such a weight is written out for one product and forgotten; what a graph
# keeps of it goes with the graph of its block.
class Kernels(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : int
  key_value_heads : int
  head_width : int
  epsilon : float
  root_mean_square : bool
  gated : bool
  window : int

  def normalise(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    if self.root_mean_square:
      y = torch.rms_norm(x, [x.size(-1)], torch.type_as(weight, x), self.epsilon)
    else:
      y = torch.layer_norm(x, [x.size(-1)], torch.type_as(weight, x), torch.type_as(bias, x), self.epsilon)
    return y

  def adapt(self: __torch__.Kernels, y: Tensor, h: Tensor, a: List[Tensor], s: Tensor, module: int) -> Tensor:
    # y (N, out) += scaling * B A h, in place: no second (N, out) array is made
    if torch.numel(a[2 * module]) > 0:
      p = float(s[7])
      if p > 0.:
        h = torch.dropout(h, p, True)
      down = torch.linear(h, torch.type_as(a[2 * module], h))
      up = torch.t(torch.type_as(a[2 * module + 1], h))
      y = torch.addmm_(y, down, up, beta=1, alpha=float(s[module]))
    return y

  def levels(self: __torch__.Kernels, like: Tensor) -> Tensor:
    # NF4, the sixteen numbers of arXiv 2305.14314, appendix E
    return torch.tensor([-1., -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0., 0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.], dtype=6, device=like.device)

  def quantised(self: __torch__.Kernels, weight: Tensor) -> List[Tensor]:
    # weight (out, in) -> [codes (out, 32 * ceil(in / 64)) uint8, two of four bits each, the first one high;
    #   constants (256 * groups) int8; scales (1 + groups) float32]. A block is 64 numbers of a row, the last one of a row may
    # be shorter. Double quantisation: a block's largest magnitude is scales[0] + scales[1 + group] * constant, where a group
    # is 256 blocks. Works on a quarter of a million numbers at a time, so that little stands beside the weight.
    rows = weight.size(0)
    width = weight.size(1)
    blocks = (width + 63) // 64
    levels = self.levels(weight)
    between = torch.div(torch.add(torch.slice(levels, 0, 0, 15), torch.slice(levels, 0, 1, 16)), 2)
    codes = torch.empty([rows, 32 * blocks], dtype=0, device=weight.device)
    largest = torch.empty([rows, blocks], dtype=6, device=weight.device)
    step = 1 + 262144 // (64 * blocks)
    for i in range(0, rows, step):
      x = torch.to(torch.slice(weight, 0, i, i + step), 6)
      if width < 64 * blocks:
        x = torch.constant_pad_nd(x, [0, 64 * blocks - width], 0.)
      x = torch.reshape(x, [-1, blocks, 64])
      most = torch.amax(torch.abs(x), [2], True)
      # A block of zeros is divided by one.
      x = torch.div(x, torch.add(most, torch.to(torch.eq(most, 0.), 6)))
      c = torch.reshape(torch.bucketize(x, between, out_int32=True, right=False), [-1, 32 * blocks, 2])
      c = torch.add(torch.mul(torch.select(c, 2, 0), 16), torch.select(c, 2, 1))
      torch.copy_(torch.slice(codes, 0, i, i + step), c)
      torch.copy_(torch.slice(largest, 0, i, i + step), torch.squeeze(most, 2))
    mean = torch.to(torch.mean(largest, dtype=7), 6)
    rest = torch.sub(torch.reshape(largest, [-1]), mean)
    groups = (rest.size(0) + 255) // 256
    rest = torch.reshape(torch.constant_pad_nd(rest, [0, 256 * groups - rest.size(0)], 0.), [groups, 256])
    scales = torch.div(torch.amax(torch.abs(rest), [1], True), 127)
    constants = torch.round(torch.div(rest, torch.add(scales, torch.to(torch.eq(scales, 0.), 6))))
    return [codes, torch.to(torch.reshape(constants, [-1]), 1), torch.cat([torch.reshape(mean, [1]), torch.reshape(scales, [-1])], 0)]

  def dequantised(self: __torch__.Kernels, codes: Tensor, constants: Tensor, scales: Tensor, width: int, like: Tensor) -> Tensor:
    # what quantised made -> (out, in = width) in the type of like. A byte looks up both of its numbers at once: a complex
    # number of two float32.
    rows = codes.size(0)
    blocks = codes.size(1) // 32
    levels = self.levels(like)
    pairs = torch.stack([torch.expand(torch.unsqueeze(levels, 1), [16, 16]), torch.expand(torch.unsqueeze(levels, 0), [16, 16])], 2)
    pairs = torch.view_as_complex(torch.reshape(pairs, [256, 2]))
    groups = scales.size(0) - 1
    largest = torch.mul(torch.reshape(torch.to(constants, 6), [groups, 256]), torch.unsqueeze(torch.slice(scales, 0, 1, groups + 1), 1))
    # Rounding may bring the constant of a small block just below zero.
    largest = torch.clamp_min(torch.add(largest, torch.select(scales, 0, 0)), 0.)
    largest = torch.reshape(torch.slice(torch.reshape(largest, [-1]), 0, 0, rows * blocks), [rows, blocks, 1])
    weight = torch.new_empty(like, [rows, width])
    step = 1 + 262144 // (64 * blocks)
    for i in range(0, rows, step):
      index = torch.to(torch.reshape(torch.slice(codes, 0, i, i + step), [-1]), 3)
      x = torch.view_as_real(torch.index_select(pairs, 0, index))
      x = torch.mul_(torch.reshape(x, [-1, blocks, 64]), torch.slice(largest, 0, i, i + step))
      torch.copy_(torch.slice(weight, 0, i, i + step), torch.slice(torch.reshape(x, [-1, 64 * blocks]), 1, 0, width))
    return weight

  def restored(self: __torch__.Kernels, codes: Tensor, constants: Tensor, scales: Tensor, width: Tensor) -> Tensor:
    # a weight in four bits written out in float32
    return self.dequantised(codes, constants, scales, int(width), scales)

  def matrix(self: __torch__.Kernels, h: Tensor, w: List[Tensor], place: int, module: int) -> Tensor:
    # the weight (out, in) of a module whose input is h (N, in), in the type of h
    weight = w[place]
    if torch.is_floating_point(weight):
      result = torch.type_as(weight, h)
    else:
      result = self.dequantised(weight, w[20 + 2 * module], w[21 + 2 * module], h.size(1), h)
    return result

  def project(self: __torch__.Kernels, h: Tensor, w: List[Tensor], place: int, a: List[Tensor], s: Tensor, module: int) -> Tensor:
    # (N, in) -> (N, out) by the weight at this place and its bias, which stands behind it
    weight = self.matrix(h, w, place, module)
    if torch.numel(w[place + 1]) > 0:
      y = torch.linear(h, weight, torch.type_as(w[place + 1], h))
    else:
      y = torch.linear(h, weight)
    return self.adapt(y, h, a, s, module)

  def project_onto(self: __torch__.Kernels, x: Tensor, h: Tensor, w: List[Tensor], place: int, a: List[Tensor], s: Tensor, module: int) -> Tensor:
    # x (N, C) + projection of h (N, in): the residual addition is part of the product
    y = torch.addmm(x, h, torch.t(self.matrix(h, w, place, module)), beta=1, alpha=1)
    if torch.numel(w[place + 1]) > 0:
      y = torch.add_(y, torch.type_as(w[place + 1], y))
    return self.adapt(y, h, a, s, module)

  def rotate(self: __torch__.Kernels, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    # arXiv 2104.09864 in the halves-rotated layout; x (N, heads, D), cos and sin (N, 1, D), the first half of sin negated
    # Halves from one call: its gradient is one copy, where that of two slices fills and adds two whole arrays.
    half = torch.chunk(x, 2, -1)
    return torch.addcmul(torch.mul(x, cos), torch.cat([half[1], half[0]], -1), sin)

  def visible(self: __torch__.Kernels, like: Tensor, queries: int, keys: int) -> Tensor:
    # (queries, keys): which keys a query sees when the queries are the last of the keys
    at = torch.unsqueeze(torch.arange(keys - queries, keys, dtype=4, device=like.device), 1)
    key = torch.unsqueeze(torch.arange(0, keys, dtype=4, device=like.device), 0)
    seen = torch.le(key, at)
    if self.window > 0:
      seen = torch.logical_and(seen, torch.gt(key, torch.sub(at, self.window)))
    return seen

  def attend(self: __torch__.Kernels, q: Tensor, k: Tensor, v: Tensor, past: int) -> Tensor:
    # q (B, heads, L, D), k and v (B, heads, past + L, D), each query sees itself and what lies before it in its row
    L = q.size(2)
    keys = past + L
    if self.window > 0 and keys > self.window:
      o = torch.scaled_dot_product_attention(q, k, v, self.visible(q, L, keys), 0., False)
    elif L == 1:
      o = torch.scaled_dot_product_attention(q, k, v, None, 0., False)
    elif past == 0:
      o = torch.scaled_dot_product_attention(q, k, v, None, 0., True)
    else:
      o = torch.scaled_dot_product_attention(q, k, v, self.visible(q, L, keys), 0., False)
    return o

  def attention(self: __torch__.Kernels, q: Tensor, k: Tensor, v: Tensor, groups: Tensor) -> Tensor:
    # q (N, H, D), k and v (N, K, D) -> (N, H*D); groups (G, 2): so many rows, so long, one group after another
    H = self.heads
    K = self.key_value_heads
    D = self.head_width
    outs = annotate(List[Tensor], [])
    start = 0
    for g in range(groups.size(0)):
      S = int(groups[g][0])
      L = int(groups[g][1])
      end = start + S * L
      qi = torch.slice(q, 0, start, end)
      ki = torch.slice(k, 0, start, end)
      vi = torch.slice(v, 0, start, end)
      if S == 1:
        # Key/value heads become the batch, the query heads that share one its heads: nothing is copied.
        qi = torch.permute(torch.reshape(qi, [L, K, H // K, D]), [1, 2, 0, 3])
        ki = torch.expand(torch.unsqueeze(torch.transpose(ki, 0, 1), 1), [K, H // K, L, D])
        vi = torch.expand(torch.unsqueeze(torch.transpose(vi, 0, 1), 1), [K, H // K, L, D])
        o = self.attend(qi, ki, vi, 0)
        o = torch.reshape(torch.permute(o, [2, 0, 1, 3]), [L, H * D])
      else:
        qi = torch.transpose(torch.reshape(qi, [S, L, H, D]), 1, 2)
        ki = torch.transpose(torch.reshape(torch.expand(torch.reshape(ki, [S, L, K, 1, D]), [S, L, K, H // K, D]), [S, L, H, D]), 1, 2)
        vi = torch.transpose(torch.reshape(torch.expand(torch.reshape(vi, [S, L, K, 1, D]), [S, L, K, H // K, D]), [S, L, H, D]), 1, 2)
        o = self.attend(qi, ki, vi, 0)
        o = torch.reshape(torch.transpose(o, 1, 2), [S * L, H * D])
      outs = torch.append(outs, o)
      start = end
    if torch.len(outs) == 1:
      result = outs[0]
    else:
      result = torch.cat(outs, 0)
    return result

  def queries_keys_values(self: __torch__.Kernels, x: Tensor, cos: Tensor, sin: Tensor, s: Tensor, w: List[Tensor], a: List[Tensor]) -> Tuple[Tensor, Tensor, Tensor]:
    # x (N, C) -> q (N, H, D), k and v (N, K, D), turned by their positions
    N = x.size(0)
    H = self.heads
    K = self.key_value_heads
    D = self.head_width
    h = self.normalise(x, w[0], w[1])
    q = self.project(h, w, 2, a, s, 0)
    if torch.numel(w[4]) > 0:
      q = torch.reshape(q, [N, H, D])
      k = torch.reshape(self.project(h, w, 4, a, s, 1), [N, K, D])
      v = torch.reshape(self.project(h, w, 6, a, s, 2), [N, K, D])
      turn = torch.numel(cos) > 0
    else:
      qk, v = torch.split_with_sizes(torch.reshape(q, [N, H + 2 * K, D]), [H + K, K], 1)
      turn = torch.numel(cos) > 0 and torch.numel(w[8]) > 0
      if torch.numel(cos) > 0 and torch.numel(w[8]) == 0:
        qk = self.rotate(qk, cos, sin)
      q, k = torch.split_with_sizes(qk, [H, K], 1)
    if torch.numel(w[8]) > 0:
      q = torch.rms_norm(q, [D], torch.type_as(w[8], q), self.epsilon)
      k = torch.rms_norm(k, [D], torch.type_as(w[9], k), self.epsilon)
    if turn:
      q = self.rotate(q, cos, sin)
      k = self.rotate(k, cos, sin)
    return (q, k, v)

  def feed_forward(self: __torch__.Kernels, x: Tensor, s: Tensor, w: List[Tensor], a: List[Tensor]) -> Tensor:
    h = self.normalise(x, w[12], w[13])
    if self.gated and torch.numel(w[14]) > 0:
      gate = self.project(h, w, 14, a, s, 4)
      f = torch.mul(torch.silu(gate), self.project(h, w, 16, a, s, 5))
    elif self.gated:
      both = torch.chunk(self.project(h, w, 16, a, s, 5), 2, 1)
      f = torch.mul(torch.silu(both[0]), both[1])
    else:
      f = torch.gelu(self.project(h, w, 16, a, s, 5), approximate="tanh")
    return self.project_onto(x, f, w, 18, a, s, 6)

  def block(self: __torch__.Kernels, x: Tensor, cos: Tensor, sin: Tensor, groups: Tensor, s: Tensor, w: List[Tensor], a: List[Tensor]) -> List[Tensor]:
    # [x as a leaf of the graph (N, C), the block's output (N, C)]
    leaf = torch.requires_grad_(torch.detach(x), True)
    q, k, v = self.queries_keys_values(leaf, cos, sin, s, w, a)
    y = self.project_onto(leaf, self.attention(q, k, v, groups), w, 10, a, s, 3)
    return [leaf, self.feed_forward(y, s, w, a)]

  def block_gradients(self: __torch__.Kernels, leaf: Tensor, y: Tensor, dy: Tensor, values: List[Tensor], gradients: List[Tensor]) -> Tensor:
    # adds d loss / d value to each gradient and returns d loss / d leaf
    inputs = [leaf]
    if torch.numel(values[0]) > 0:
      inputs = torch.add(inputs, values)
    found = torch.grad([y], inputs, annotate(List[Optional[Tensor]], [dy]), False, False, True)
    for i in range(torch.len(inputs) - 1):
      one = found[i + 1]
      if torch.__isnot__(one, None):
        torch.add_(gradients[i], torch.reshape(unchecked_cast(Tensor, one), gradients[i].size()))
    return unchecked_cast(Tensor, found[0])

  def cached_block(self: __torch__.Kernels, x: Tensor, cos: Tensor, sin: Tensor, past: Tensor, keys: Tensor, values: Tensor, s: Tensor, w: List[Tensor], a: List[Tensor]) -> Tensor:
    # x (L, C), the tokens that follow on the first `past` ones of the caches keys and values (K, capacity, D)
    L = x.size(0)
    H = self.heads
    K = self.key_value_heads
    D = self.head_width
    p = int(past)
    q, k, v = self.queries_keys_values(x, cos, sin, s, w, a)
    torch.copy_(torch.slice(keys, 1, p, p + L), torch.transpose(k, 0, 1))
    torch.copy_(torch.slice(values, 1, p, p + L), torch.transpose(v, 0, 1))
    q = torch.permute(torch.reshape(q, [L, K, H // K, D]), [1, 2, 0, 3])
    k = torch.expand(torch.unsqueeze(torch.slice(keys, 1, 0, p + L), 1), [K, H // K, p + L, D])
    v = torch.expand(torch.unsqueeze(torch.slice(values, 1, 0, p + L), 1), [K, H // K, p + L, D])
    o = torch.reshape(torch.permute(self.attend(q, k, v, p), [2, 0, 1, 3]), [L, H * D])
    return self.feed_forward(self.project_onto(x, o, w, 10, a, s, 3), s, w, a)

  def cache(self: __torch__.Kernels, like: Tensor, capacity: Tensor) -> Tensor:
    # room for the keys or values (K, capacity, D) of one block
    return torch.new_zeros(like, [self.key_value_heads, int(capacity), self.head_width])

  def rotary(self: __torch__.Kernels, positions: Tensor, frequencies: Tensor, like: Tensor) -> List[Tensor]:
    # positions (N), frequencies (D/2) -> cos and sin, each (N, 1, D); the first half of sin is negated, see rotate
    angles = torch.mul(torch.unsqueeze(torch.to(positions, 6), 1), torch.unsqueeze(frequencies, 0))
    cos = torch.cos(angles)
    sin = torch.sin(angles)
    cos = torch.unsqueeze(torch.cat([cos, cos], -1), 1)
    sin = torch.unsqueeze(torch.cat([torch.neg(sin), sin], -1), 1)
    return [torch.type_as(cos, like), torch.type_as(sin, like)]

  def embed(self: __torch__.Kernels, ids: Tensor, positions: Tensor, table: Tensor, position_table: Tensor, type: Tensor) -> Tensor:
    # (N) -> (N, C), in the type of the computation
    x = torch.embedding(torch.detach(table), ids)
    if torch.numel(position_table) > 0:
      x = torch.add(x, torch.embedding(torch.detach(position_table), positions))
    return torch.to(x, int(type))

  def embed_gradients(self: __torch__.Kernels, dx: Tensor, ids: Tensor, positions: Tensor, table: Tensor, position_table: Tensor) -> Tensor:
    # table and position_table are gradients here; dx (N, C) is added to the rows it belongs to
    torch.index_add_(table, 0, ids, torch.type_as(dx, table))
    if torch.numel(position_table) > 0:
      torch.index_add_(position_table, 0, positions, torch.type_as(dx, position_table))
    return dx

  def onto_vocabulary(self: __torch__.Kernels, h: Tensor, head: Tensor) -> Tensor:
    # h (M, C), head (V, C) -> (M, V) in the type of h; a head of another type is never converted as a whole
    if head.dtype == h.dtype:
      z = torch.linear(h, head)
    else:
      z = torch.new_empty(h, [h.size(0), head.size(0)])
      step = 1 + 4194304 // head.size(1)
      for i in range(0, head.size(0), step):
        torch.copy_(torch.slice(z, 1, i, i + step), torch.linear(h, torch.type_as(torch.slice(head, 0, i, i + step), h)))
    return z

  def from_vocabulary(self: __torch__.Kernels, z: Tensor, head: Tensor) -> Tensor:
    # z (M, V), head (V, C) -> (M, C), float32; as onto_vocabulary
    if head.dtype == z.dtype:
      h = torch.to(torch.mm(z, head), 6)
    else:
      h = torch.zeros([z.size(0), head.size(1)], dtype=6, device=z.device)
      step = 1 + 4194304 // head.size(1)
      for i in range(0, head.size(0), step):
        h = torch.add_(h, torch.mm(torch.slice(z, 1, i, i + step), torch.type_as(torch.slice(head, 0, i, i + step), z)))
    return h

  def logits(self: __torch__.Kernels, x: Tensor, at: Tensor, w: List[Tensor]) -> Tensor:
    # w: final norm, its bias, head (V, C); x (N, C), at (M) -> (M, V), float32
    h = self.normalise(torch.index_select(x, 0, at), w[0], w[1])
    return torch.to(self.onto_vocabulary(h, w[2]), 6)

  def likelihood(self: __torch__.Kernels, x: Tensor, at: Tensor, targets: Tensor, rows: Tensor, w: List[Tensor]) -> Tensor:
    # negative log-likelihood of each target (M), float32; the logits exist for so many rows at a time
    parts = annotate(List[Tensor], [])
    step = int(rows)
    for i in range(0, at.size(0), step):
      z = self.logits(x, torch.slice(at, 0, i, i + step), w)
      t = torch.unsqueeze(torch.slice(targets, 0, i, i + step), 1)
      parts = torch.append(parts, torch.squeeze(torch.sub(torch.logsumexp(z, [1], True), torch.gather(z, 1, t)), 1))
    return torch.cat(parts, 0)

  def loss(self: __torch__.Kernels, x: Tensor, at: Tensor, targets: Tensor, rows: Tensor, scale: Tensor, w: List[Tensor], gradients: List[Tensor]) -> List[Tensor]:
    # [sum of the negative log-likelihoods (float64), d (scale * sum) / d x (N, C)]; the gradient of the head is worked out while
    # its logits exist, for so many rows at a time, so that neither is ever whole. gradients: of w, each empty where w is frozen.
    x = torch.detach(x)
    head = torch.detach(w[2])
    dx = torch.zeros_like(x)
    total = torch.zeros([], dtype=7, device=x.device)
    step = int(rows)
    c = float(scale)
    for i in range(0, at.size(0), step):
      index = torch.slice(at, 0, i, i + step)
      t = torch.slice(targets, 0, i, i + step)
      leaf = torch.requires_grad_(torch.index_select(x, 0, index), True)
      normed = self.normalise(leaf, w[0], w[1])
      h = torch.detach(normed)
      z = torch.to(self.onto_vocabulary(h, head), 6)
      z = torch.sub_(z, torch.amax(z, [1], True))
      chosen = torch.gather(z, 1, torch.unsqueeze(t, 1))
      z = torch.exp_(z)
      sums = torch.sum(z, [1], True)
      total = torch.add_(total, torch.sum(torch.sub(torch.log(sums), chosen), dtype=7))
      # d nll / d logits = softmax - one; the division by the sum is done on the narrow side of the product
      z = torch.type_as(z, h)
      weight = torch.mul(torch.reciprocal(sums), c)
      dh = torch.mul(self.from_vocabulary(z, head), weight)
      dh = torch.sub(dh, torch.to(torch.index_select(head, 0, t), 6), alpha=c)
      if torch.numel(gradients[2]) > 0:
        narrow = torch.mul(torch.to(h, 6), weight)
        torch.addmm_(gradients[2], torch.t(torch.to(z, 6)), narrow, beta=1, alpha=1)
        torch.index_add_(gradients[2], 0, t, torch.to(h, 6), alpha=torch.neg(c))
      inputs = [leaf]
      into = annotate(List[Tensor], [])
      for j in range(2):
        if torch.numel(gradients[j]) > 0:
          inputs = torch.append(inputs, w[j])
          into = torch.append(into, gradients[j])
      found = torch.grad([normed], inputs, annotate(List[Optional[Tensor]], [torch.type_as(dh, normed)]), False, False, True)
      for j in range(torch.len(into)):
        torch.add_(into[j], unchecked_cast(Tensor, found[j + 1]))
      torch.index_copy_(dx, 0, index, unchecked_cast(Tensor, found[0]))
    return [total, dx]

  def gradient_norm(self: __torch__.Kernels, gradient: Tensor) -> Tensor:
    # L2 norm over all trained numbers: of so many at a time in float32, of those norms in float64, which is fast and exact enough
    width = 1024
    even = gradient.size(0) // width * width
    norms = torch.linalg_vector_norm(torch.view(torch.slice(gradient, 0, 0, even), [even // width, width]), 2, [1])
    rest = torch.linalg_vector_norm(torch.slice(gradient, 0, even, gradient.size(0)), 2, [0], True)
    return torch.linalg_vector_norm(torch.cat([norms, rest], 0), 2, None, False, dtype=7)

  def adamw(self: __torch__.Kernels, p: Tensor, g: Tensor, m: Tensor, v: Tensor, c: Tensor) -> Tensor:
    # arXiv 1711.05101 as PyTorch computes it; all (P), float32; the gradient is emptied afterwards
    # c, float64: rate, beta1, beta2, epsilon, weight decay, 1 - beta1^t, 1 - beta2^t, factor that clips the gradient
    rate = float(c[0])
    step = 16777216
    for i in range(0, p.size(0), step):
      pi = torch.slice(p, 0, i, i + step)
      gi = torch.slice(g, 0, i, i + step)
      mi = torch.slice(m, 0, i, i + step)
      vi = torch.slice(v, 0, i, i + step)
      if float(c[7]) < 1.:
        gi = torch.mul_(gi, float(c[7]))
      if float(c[4]) > 0.:
        pi = torch.mul_(pi, 1. - rate * float(c[4]))
      torch.lerp_(mi, gi, 1. - float(c[1]))
      torch.addcmul_(torch.mul_(vi, float(c[2])), gi, gi, value=1. - float(c[2]))
      below = torch.add_(torch.div_(torch.sqrt(vi), float(c[6]) ** 0.5), float(c[3]))
      torch.addcdiv_(pi, mi, below, value=torch.neg(rate / float(c[5])))
    torch.zero_(g)
    return p

  def part(self: __torch__.Kernels, flat: Tensor, start: Tensor, shape: Tensor) -> Tensor:
    # a view of so many numbers of a flat array, in this shape
    sizes = annotate(List[int], [])
    length = 1
    for i in range(shape.size(0)):
      sizes = torch.append(sizes, int(shape[i]))
      length = length * int(shape[i])
    return torch.view(torch.slice(flat, 0, int(start), int(start) + length), sizes)

  def store(self: __torch__.Kernels, into: Tensor, numbers: Tensor) -> Tensor:
    # copies into what other arrays may be views of
    return torch.copy_(torch.detach(into), torch.view(numbers, into.size()))

  def empty(self: __torch__.Kernels, numbers: Tensor) -> Tensor:
    return torch.zero_(numbers)

  def map_file(self: __torch__.Kernels, path: Tensor, elements: Tensor, type: Tensor) -> Tensor:
    # a whole file as one flat array of a type over its mapped pages; the path comes as UTF-8
    name = ""
    for i in range(path.size(0)):
      name = torch.add(name, chr(int(path[i])))
    return torch.from_file(name, False, int(elements), dtype=int(type))

  def converted(self: __torch__.Kernels, x: Tensor, type: Tensor) -> Tensor:
    # always a copy: what comes from Java's memory does not live as long as what is made of it
    return torch.to(x, int(type), False, True)

  def merged(self: __torch__.Kernels, w: Tensor, a: Tensor, b: Tensor, scale: Tensor, input_first: Tensor) -> Tensor:
    # W + scale * B A in float32; the product is turned where the weight is stored (in, out)
    delta = torch.mm(b, a)
    if int(input_first) != 0:
      delta = torch.t(delta)
    return torch.add(torch.to(w, 6), delta, alpha=float(scale))

  def forward(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return x
