# A decoder-only transformer as TorchScript text, compiled by libtorch when it is loaded. One call computes one block, so
# that the caller decides what is kept and what is computed again. No family is known here: the attributes say what to do.
# The way back is written out: no graph is recorded, so what is kept is what block returns and nothing else, gradients are
# added where they belong without an array between, and arrays that are no longer needed are written over.
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
# gw, ga: gradients of w and a in the same places, float32, added to; empty where something is frozen
# A base in four bits has the codes of its linear weights in w (see quantised), and fourteen arrays more: 20 + 2m the
# constants and 21 + 2m the scales of module m. Such a weight is written out for one product and forgotten.
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

  def root(self: __torch__.Kernels, x: Tensor) -> Tensor:
    # x (N, C), float32 -> 1 / root mean square (N, 1)
    n = torch.linalg_vector_norm(x, 2, [1], True)
    r = torch.rsqrt(torch.add(torch.div(torch.mul(n, n), x.size(1)), self.epsilon))
    # The root of numbers that overflow shall be none: one over it would be zero, and nobody would notice.
    return torch.add_(r, torch.mul(n, 0.))

  def scaled_to_one(self: __torch__.Kernels, x: Tensor, weight: Tensor) -> Tensor:
    # arXiv 1910.07467; x (N, C), worked out in float32
    y = torch.mul(x, self.root(torch.to(x, 6)))
    return torch.mul_(torch.type_as(y, x), torch.type_as(weight, x))

  def normalise(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    if self.root_mean_square:
      y = self.scaled_to_one(x, weight)
    else:
      y = torch.layer_norm(x, [x.size(-1)], torch.type_as(weight, x), torch.type_as(bias, x), self.epsilon)
    return y

  def scaled_to_one_back(self: __torch__.Kernels, dy: Tensor, x: Tensor, weight: Tensor, gradient: Tensor) -> Tensor:
    # dy and x (N, C) -> d loss / d x, float32, a new array
    x = torch.to(x, 6)
    r = self.root(x)
    if torch.numel(gradient) > 0:
      torch.add_(gradient, torch.sum(torch.mul_(torch.mul(x, dy), r), [0]))
    d = torch.mul(torch.to(dy, 6), torch.to(weight, 6))
    c = torch.mul_(torch.sum(torch.mul(d, x), [1], True), torch.div(torch.mul(torch.mul(r, r), r), x.size(1)))
    return torch.addcmul_(torch.mul_(d, r), x, c, value=-1)

  def normalise_back(self: __torch__.Kernels, dy: Tensor, x: Tensor, w: List[Tensor], gw: List[Tensor], place: int, onto: Tensor) -> Tensor:
    # onto (N, C) += d loss / d x, where dy is that of the normed x
    if self.root_mean_square:
      d = self.scaled_to_one_back(dy, x, w[place], gw[place])
    else:
      weight = torch.type_as(w[place], x)
      bias = torch.type_as(w[place + 1], x)
      y, mean, r = torch.native_layer_norm(x, [x.size(1)], weight, bias, self.epsilon)
      d, dw, db = torch.native_layer_norm_backward(dy, x, [x.size(1)], mean, r, weight, bias, [True, True, True])
      if torch.numel(gw[place]) > 0:
        torch.add_(gw[place], dw)
      if torch.numel(gw[place + 1]) > 0:
        torch.add_(gw[place + 1], db)
    return torch.add_(onto, d)

  def dropped(self: __torch__.Kernels, like: Tensor, p: float) -> Tensor:
    # what an adapter's input is multiplied by: 0 with the chance p, else 1 / (1 - p)
    return torch.div_(torch.bernoulli_(torch.empty_like(like), 1. - p), 1. - p)

  def adapt(self: __torch__.Kernels, y: Tensor, h: Tensor, a: List[Tensor], s: Tensor, module: int) -> Tensor:
    # y (N, out) += scaling * B A h, in place: no second (N, out) array is made
    if torch.numel(a[2 * module]) > 0:
      p = float(s[7])
      if p > 0.:
        h = torch.mul(h, self.dropped(h, p))
      down = torch.linear(h, torch.type_as(a[2 * module], h))
      up = torch.t(torch.type_as(a[2 * module + 1], h))
      y = torch.addmm_(y, down, up, beta=1, alpha=float(s[module]))
    return y

  def levels(self: __torch__.Kernels, like: Tensor) -> Tensor:
    # NF4, the sixteen numbers of arXiv 2305.14314, appendix E
    return torch.tensor([-1., -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0., 0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.], dtype=6, device=like.device)

  def in_blocks(self: __torch__.Kernels, weight: Tensor, first: int, count: int, blocks: int) -> Tensor:
    # some rows of (out, in), each filled up with zeros to whole blocks -> (rows, blocks, 64), float32
    x = torch.to(torch.slice(weight, 0, first, first + count), 6)
    if x.size(1) < 64 * blocks:
      x = torch.constant_pad_nd(x, [0, 64 * blocks - x.size(1)], 0.)
    return torch.reshape(x, [-1, blocks, 64])

  def quantised(self: __torch__.Kernels, weight: Tensor) -> List[Tensor]:
    # weight (out, in) -> [codes (out, 32 * ceil(in / 64)) uint8, two of four bits each, the first one high;
    #   constants (256 * groups) int8; scales (1 + groups) float32]. A block is 64 numbers of a row, the last one of a row may
    # be shorter. Double quantisation of a block's largest magnitude, see magnitudes: its logarithm less the mean of all, rounded
    # to so many steps of its group of 256 blocks. Codes are found with the magnitude that will be there when they are read.
    # Works on a quarter of a million numbers at a time, so that little stands beside the weight.
    rows = weight.size(0)
    blocks = (weight.size(1) + 63) // 64
    largest = torch.empty([rows, blocks], dtype=7, device=weight.device)
    step = 1 + 262144 // (64 * blocks)
    for i in range(0, rows, step):
      x = self.in_blocks(weight, i, step, blocks)
      torch.copy_(torch.slice(largest, 0, i, i + step), torch.amax(torch.abs(x), [2], False))
    # A block of zeros is zero whatever its magnitude: it takes the mean.
    empty = torch.to(torch.eq(largest, 0.), 7)
    filled = torch.clamp_min(torch.sub(torch.numel(empty), torch.sum(empty)), 1.)
    logs = torch.log(torch.add(largest, empty))
    mean = torch.to(torch.div(torch.sum(logs), filled), 6)
    rest = torch.reshape(torch.mul(torch.sub(logs, mean), torch.sub(1., empty)), [-1])
    groups = (rest.size(0) + 255) // 256
    rest = torch.reshape(torch.constant_pad_nd(rest, [0, 256 * groups - rest.size(0)], 0.), [groups, 256])
    scales = torch.to(torch.div(torch.amax(torch.abs(rest), [1], True), 127), 6)
    constants = torch.round(torch.div(rest, torch.add(scales, torch.to(torch.eq(scales, 0.), 6))))
    constants = torch.to(torch.reshape(constants, [-1]), 1)
    scales = torch.cat([torch.reshape(mean, [1]), torch.reshape(scales, [-1])], 0)
    held = torch.reshape(torch.slice(self.magnitudes(constants, scales), 0, 0, rows * blocks), [rows, blocks, 1])
    levels = self.levels(weight)
    between = torch.div(torch.add(torch.slice(levels, 0, 0, 15), torch.slice(levels, 0, 1, 16)), 2)
    codes = torch.empty([rows, 32 * blocks], dtype=0, device=weight.device)
    for i in range(0, rows, step):
      x = torch.div(self.in_blocks(weight, i, step, blocks), torch.slice(held, 0, i, i + step))
      c = torch.reshape(torch.bucketize(x, between, out_int32=True, right=False), [-1, 32 * blocks, 2])
      c = torch.add(torch.mul(torch.select(c, 2, 0), 16), torch.select(c, 2, 1))
      torch.copy_(torch.slice(codes, 0, i, i + step), c)
    return [codes, constants, scales]

  def magnitudes(self: __torch__.Kernels, constants: Tensor, scales: Tensor) -> Tensor:
    # what the numbers of each block are multiplied with: exp(scales[0] + scales[1 + group] * constant), float32. Even steps of the
    # logarithm are as exact for a block of small numbers as for one of large ones, as the paper's eight-bit floats are.
    groups = scales.size(0) - 1
    steps = torch.unsqueeze(torch.slice(scales, 0, 1, groups + 1), 1)
    logs = torch.mul(torch.reshape(torch.to(constants, 7), [groups, 256]), steps)
    return torch.reshape(torch.to(torch.exp(torch.add(logs, torch.select(scales, 0, 0))), 6), [-1])

  def dequantised(self: __torch__.Kernels, codes: Tensor, constants: Tensor, scales: Tensor, width: int, like: Tensor) -> Tensor:
    # what quantised made -> (out, in = width) in the type of like. A byte looks up both of its numbers at once: a complex
    # number of two float32.
    rows = codes.size(0)
    blocks = codes.size(1) // 32
    levels = self.levels(like)
    pairs = torch.stack([torch.expand(torch.unsqueeze(levels, 1), [16, 16]), torch.expand(torch.unsqueeze(levels, 0), [16, 16])], 2)
    pairs = torch.view_as_complex(torch.reshape(pairs, [256, 2]))
    largest = torch.reshape(torch.slice(self.magnitudes(constants, scales), 0, 0, rows * blocks), [rows, blocks, 1])
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

  def matrix(self: __torch__.Kernels, like: Tensor, width: int, w: List[Tensor], place: int, module: int) -> Tensor:
    # the weight (out, in = width) of a module, in the type of like
    weight = w[place]
    if torch.is_floating_point(weight):
      result = torch.type_as(weight, like)
    else:
      result = self.dequantised(weight, w[20 + 2 * module], w[21 + 2 * module], width, like)
    return result

  def project(self: __torch__.Kernels, h: Tensor, w: List[Tensor], place: int, a: List[Tensor], s: Tensor, module: int) -> Tensor:
    # (N, in) -> (N, out) by the weight at this place and its bias, which stands behind it
    weight = self.matrix(h, h.size(1), w, place, module)
    if torch.numel(w[place + 1]) > 0:
      y = torch.linear(h, weight, torch.type_as(w[place + 1], h))
    else:
      y = torch.linear(h, weight)
    return self.adapt(y, h, a, s, module)

  def project_onto(self: __torch__.Kernels, x: Tensor, h: Tensor, w: List[Tensor], place: int, a: List[Tensor], s: Tensor, module: int) -> Tensor:
    # x (N, C) + projection of h (N, in): the residual addition is part of the product
    y = torch.addmm(x, h, torch.t(self.matrix(h, h.size(1), w, place, module)), beta=1, alpha=1)
    if torch.numel(w[place + 1]) > 0:
      y = torch.add_(y, torch.type_as(w[place + 1], y))
    return self.adapt(y, h, a, s, module)

  def learns(self: __torch__.Kernels, gw: List[Tensor], place: int, a: List[Tensor], module: int) -> bool:
    # whether the gradients of a module ask for its input
    return torch.numel(gw[place]) > 0 or torch.numel(a[2 * module]) > 0

  def adapt_back(self: __torch__.Kernels, dx: Tensor, dy: Tensor, h: Tensor, a: List[Tensor], ga: List[Tensor], s: Tensor, module: int, mask: Tensor) -> Tensor:
    # dx (N, in) += what adapt contributes; its gradients are added to ga
    if torch.numel(a[2 * module]) > 0:
      c = float(s[module])
      A = torch.type_as(a[2 * module], h)
      if torch.numel(mask) > 0:
        h = torch.mul(h, mask)
      dz = torch.mm(dy, torch.type_as(a[2 * module + 1], h))
      if torch.numel(ga[2 * module]) > 0:
        torch.add_(ga[2 * module + 1], torch.mm(torch.t(dy), torch.linear(h, A)), alpha=c)
        torch.add_(ga[2 * module], torch.mm(torch.t(dz), h), alpha=c)
      if torch.numel(mask) > 0:
        dx = torch.addcmul_(dx, torch.mm(dz, A), mask, value=c)
      else:
        dx = torch.addmm_(dx, dz, A, beta=1, alpha=c)
    return dx

  def project_back(self: __torch__.Kernels, dx: Tensor, dy: Tensor, h: Tensor, width: int, w: List[Tensor], gw: List[Tensor], place: int, a: List[Tensor], ga: List[Tensor], s: Tensor, module: int, masks: List[Tensor]) -> Tensor:
    # dx (N, in = width; empty for zero) += d loss / d h, where dy (N, out) is that of the projection of h. h may be empty
    # where nothing learns from it.
    weight = self.matrix(dy, width, w, place, module)
    if torch.numel(dx) > 0:
      dx = torch.addmm_(dx, dy, weight, beta=1, alpha=1)
    else:
      dx = torch.mm(dy, weight)
    if torch.numel(gw[place]) > 0:
      torch.addmm_(gw[place], torch.t(dy), h, beta=1, alpha=1)
    if torch.numel(gw[place + 1]) > 0:
      torch.add_(gw[place + 1], torch.sum(dy, [0]))
    return self.adapt_back(dx, dy, h, a, ga, s, module, masks[module])

  def rotate(self: __torch__.Kernels, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    # arXiv 2104.09864 in the halves-rotated layout; x (N, heads, D), cos and sin (N, 1, D), the first half of sin negated
    y = torch.mul(x, cos)
    half = torch.chunk(x, 2, -1)
    turned = torch.chunk(y, 2, -1)
    by = torch.chunk(sin, 2, -1)
    torch.addcmul_(turned[0], half[1], by[0])
    torch.addcmul_(turned[1], half[0], by[1])
    return y

  def rotate_back(self: __torch__.Kernels, dy: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    # by the same angles the other way round
    by = torch.chunk(sin, 2, -1)
    return self.rotate(dy, cos, torch.cat([by[1], by[0]], -1))

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

  def hidden_from(self: __torch__.Kernels, like: Tensor, L: int) -> Optional[Tensor]:
    # (L, L) to be added to the scores of a row that is longer than the window: 0 where a query sees a key
    mask = annotate(Optional[Tensor], None)
    if self.window > 0 and L > self.window:
      mask = torch.masked_fill_(torch.zeros([L, L], dtype=like.dtype, device=like.device), torch.logical_not(self.visible(like, L, L)), -inf)
    return mask

  def by_head(self: __torch__.Kernels, x: Tensor, start: int, S: int, L: int) -> Tensor:
    # the rows of a group of x (N, H or K, D), as (S, H, L, D). The heads of one row alone stand as (K, H / K, L, D): keys and
    # values are then shared by the query heads without a copy.
    H = self.heads
    K = self.key_value_heads
    D = self.head_width
    x = torch.slice(x, 0, start, start + S * L)
    if x.size(1) == H:
      if S == 1:
        y = torch.permute(torch.reshape(x, [L, K, H // K, D]), [1, 2, 0, 3])
      else:
        y = torch.transpose(torch.reshape(x, [S, L, H, D]), 1, 2)
    elif S == 1:
      y = torch.expand(torch.unsqueeze(torch.transpose(x, 0, 1), 1), [K, H // K, L, D])
    else:
      y = torch.transpose(torch.reshape(torch.expand(torch.reshape(x, [S, L, K, 1, D]), [S, L, K, H // K, D]), [S, L, H, D]), 1, 2)
    return y

  def put_by_head(self: __torch__.Kernels, x: Tensor, start: int, S: int, L: int, y: Tensor) -> Tensor:
    # by_head the other way round: where query heads share a key or value, what they say of it is summed
    H = self.heads
    K = self.key_value_heads
    D = self.head_width
    x = torch.slice(x, 0, start, start + S * L)
    if x.size(1) < H:
      if S == 1:
        y = torch.transpose(torch.sum(y, [1]), 0, 1)
      else:
        y = torch.reshape(torch.transpose(torch.sum(torch.reshape(y, [S, K, H // K, L, D]), [2]), 1, 2), [S * L, K, D])
    elif S == 1:
      y = torch.reshape(torch.permute(y, [2, 0, 1, 3]), [L, H, D])
    else:
      y = torch.reshape(torch.transpose(y, 1, 2), [S * L, H, D])
    return torch.copy_(x, y)

  def attention(self: __torch__.Kernels, q: Tensor, k: Tensor, v: Tensor, groups: Tensor) -> List[Tensor]:
    # q (N, H, D), k and v (N, K, D) -> [(N, H, D), the logarithm of each query's sum of exponentials (H * N), group by group];
    # groups (G, 2): so many rows, so long, one group after another
    o = torch.empty_like(q, memory_format=0)
    sums = torch.empty([q.size(0) * self.heads], dtype=6, device=q.device)
    start = 0
    for g in range(groups.size(0)):
      S = int(groups[g][0])
      L = int(groups[g][1])
      mask = self.hidden_from(q, L)
      y, z = torch._scaled_dot_product_flash_attention_for_cpu(self.by_head(q, start, S, L), self.by_head(k, start, S, L), self.by_head(v, start, S, L), 0., torch.__is__(mask, None), attn_mask=mask)
      self.put_by_head(o, start, S, L, y)
      torch.copy_(torch.slice(sums, 0, start * self.heads, (start + S * L) * self.heads), torch.reshape(z, [-1]))
      start = start + S * L
    return [o, sums]

  def attention_back(self: __torch__.Kernels, do: Tensor, q: Tensor, k: Tensor, v: Tensor, o: Tensor, sums: Tensor, groups: Tensor) -> List[Tensor]:
    # the gradients of q, k and v from that of o, float32 whatever their type: in bfloat16 it takes seven times as long
    H = self.heads
    do = torch.to(do, 6)
    q = torch.to(q, 6)
    k = torch.to(k, 6)
    v = torch.to(v, 6)
    o = torch.to(o, 6)
    dq = torch.empty_like(q, memory_format=0)
    dk = torch.empty_like(k, memory_format=0)
    dv = torch.empty_like(v, memory_format=0)
    start = 0
    for g in range(groups.size(0)):
      S = int(groups[g][0])
      L = int(groups[g][1])
      qi = self.by_head(q, start, S, L)
      mask = self.hidden_from(qi, L)
      z = torch.slice(sums, 0, start * H, (start + S * L) * H)
      z = torch.reshape(z, [qi.size(0), qi.size(1), L])
      dqi, dki, dvi = torch._scaled_dot_product_flash_attention_for_cpu_backward(self.by_head(do, start, S, L), qi, self.by_head(k, start, S, L), self.by_head(v, start, S, L), self.by_head(o, start, S, L), z, 0., torch.__is__(mask, None), attn_mask=mask)
      self.put_by_head(dq, start, S, L, dqi)
      self.put_by_head(dk, start, S, L, dki)
      self.put_by_head(dv, start, S, L, dvi)
      start = start + S * L
    return [dq, dk, dv]

  def projected(self: __torch__.Kernels, h: Tensor, s: Tensor, w: List[Tensor], a: List[Tensor]) -> Tuple[Tensor, Tensor, Tensor]:
    # normed (N, C) -> q (N, H, D), k and v (N, K, D), neither normed nor turned
    N = h.size(0)
    H = self.heads
    K = self.key_value_heads
    D = self.head_width
    q = self.project(h, w, 2, a, s, 0)
    if torch.numel(w[4]) > 0:
      k = self.project(h, w, 4, a, s, 1)
      v = self.project(h, w, 6, a, s, 2)
    else:
      q, k, v = torch.split_with_sizes(q, [H * D, K * D, K * D], 1)
    return (torch.reshape(q, [N, H, D]), torch.reshape(k, [N, K, D]), torch.reshape(v, [N, K, D]))

  def placed(self: __torch__.Kernels, x: Tensor, norm: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    # queries or keys (N, heads, D): normed where the model does that, turned by their positions
    if torch.numel(norm) > 0:
      D = self.head_width
      x = torch.reshape(self.scaled_to_one(torch.reshape(x, [-1, D]), norm), x.size())
    if torch.numel(cos) > 0:
      x = self.rotate(x, cos, sin)
    return x

  def placed_back(self: __torch__.Kernels, dy: Tensor, x: Tensor, norm: Tensor, gradient: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    # -> d loss / d x as (N, heads * D) in the type of x, where dy, float32, is that of x once it is placed
    if torch.numel(cos) > 0:
      dy = self.rotate_back(dy, cos, sin)
    if torch.numel(norm) > 0:
      D = self.head_width
      dy = self.scaled_to_one_back(torch.reshape(dy, [-1, D]), torch.reshape(x, [-1, D]), norm, gradient)
    return torch.type_as(torch.reshape(dy, [x.size(0), -1]), x)

  def gate_and_up(self: __torch__.Kernels, h: Tensor, s: Tensor, w: List[Tensor], a: List[Tensor]) -> List[Tensor]:
    # [gate, up], each (N, I); the gate is empty where the model has none
    if not self.gated:
      result = [torch.empty([0], dtype=h.dtype), self.project(h, w, 16, a, s, 5)]
    elif torch.numel(w[14]) > 0:
      gate = self.project(h, w, 14, a, s, 4)
      result = [gate, self.project(h, w, 16, a, s, 5)]
    else:
      result = torch.chunk(self.project(h, w, 16, a, s, 5), 2, 1)
    return result

  def activated(self: __torch__.Kernels, gate: Tensor, up: Tensor) -> Tensor:
    if self.gated:
      f = torch.mul_(torch.silu(gate), up)
    else:
      f = torch.gelu(up, approximate="tanh")
    return f

  def feed_forward(self: __torch__.Kernels, x: Tensor, s: Tensor, w: List[Tensor], a: List[Tensor]) -> List[Tensor]:
    # [x (N, C) + the feed-forward part, gate, up]
    parts = self.gate_and_up(self.normalise(x, w[12], w[13]), s, w, a)
    return [self.project_onto(x, self.activated(parts[0], parts[1]), w, 18, a, s, 6), parts[0], parts[1]]

  def feed_forward_back(self: __torch__.Kernels, dy: Tensor, x: Tensor, gate: Tensor, up: Tensor, s: Tensor, w: List[Tensor], gw: List[Tensor], a: List[Tensor], ga: List[Tensor], masks: List[Tensor]) -> Tensor:
    # dy (N, C), which becomes d loss / d x; gate and up are written over
    none = torch.empty([0], dtype=dy.dtype, device=dy.device)
    f = none
    if self.learns(gw, 18, a, 6):
      f = self.activated(gate, up)
    df = self.project_back(none, dy, f, up.size(1), w, gw, 18, a, ga, s, 6, masks)
    h = self.normalise(x, w[12], w[13])
    if not self.gated:
      dh = self.project_back(none, torch.gelu_backward(df, up, approximate="tanh"), h, h.size(1), w, gw, 16, a, ga, s, 5, masks)
    else:
      dup = torch.mul_(torch.silu(gate), df)
      dgate = torch.silu_backward(torch.mul_(up, df), gate)
      if torch.numel(w[14]) > 0:
        dh = self.project_back(none, dgate, h, h.size(1), w, gw, 14, a, ga, s, 4, masks)
        dh = self.project_back(dh, dup, h, h.size(1), w, gw, 16, a, ga, s, 5, masks)
      else:
        dh = self.project_back(none, torch.cat([dgate, dup], 1), h, h.size(1), w, gw, 16, a, ga, s, 5, masks)
    return self.normalise_back(dh, x, w, gw, 12, dy)

  def block(self: __torch__.Kernels, x: Tensor, cos: Tensor, sin: Tensor, groups: Tensor, s: Tensor, w: List[Tensor], a: List[Tensor]) -> List[Tensor]:
    # x (N, C) -> [the block's output (N, C), and what block_back needs besides x: queries, keys (as they stand before they are
    # placed where the model norms them, else after), values, attention's output and sums, its sum with x (N, C), gate, up]
    q, k, v = self.projected(self.normalise(x, w[0], w[1]), s, w, a)
    turned = self.placed(q, w[8], cos, sin)
    seen = self.placed(k, w[9], cos, sin)
    o = self.attention(turned, seen, v, groups)
    y = self.project_onto(x, torch.reshape(o[0], [x.size(0), -1]), w, 10, a, s, 3)
    f = self.feed_forward(y, s, w, a)
    if torch.numel(w[8]) == 0:
      q = turned
      k = seen
    if torch.numel(w[4]) == 0 and torch.numel(w[8]) == 0 and torch.numel(cos) > 0:
      # What all three were projected to goes, since the other two are new arrays.
      v = torch.contiguous(v, memory_format=0)
    return [f[0], q, k, v, o[0], o[1], y, f[1], f[2]]

  def masks(self: __torch__.Kernels, x: Tensor, o: Tensor, up: Tensor, s: Tensor, a: List[Tensor]) -> List[Tensor]:
    # what dropped made in block, drawn again from the same random state in the same order
    masks = annotate(List[Tensor], [])
    for module in range(7):
      mask = torch.empty([0], dtype=x.dtype, device=x.device)
      if float(s[7]) > 0. and torch.numel(a[2 * module]) > 0:
        like = x
        if module == 3:
          like = o
        if module == 6:
          like = up
        mask = self.dropped(torch.contiguous(like, memory_format=0), float(s[7]))
      masks = torch.append(masks, mask)
    return masks

  def block_back(self: __torch__.Kernels, dy: Tensor, x: Tensor, kept: List[Tensor], cos: Tensor, sin: Tensor, groups: Tensor, s: Tensor, w: List[Tensor], gw: List[Tensor], a: List[Tensor], ga: List[Tensor]) -> Tensor:
    # adds the gradients of what is trained to gw and ga and returns d loss / d x; dy (N, C) and what was kept are written over
    q = kept[1]
    k = kept[2]
    v = kept[3]
    o = torch.reshape(kept[4], [x.size(0), -1])
    masks = self.masks(x, o, kept[8], s, a)
    none = torch.empty([0], dtype=x.dtype, device=x.device)
    dy = self.feed_forward_back(dy, kept[6], kept[7], kept[8], s, w, gw, a, ga, masks)
    do = self.project_back(none, dy, o, o.size(1), w, gw, 10, a, ga, s, 3, masks)
    turned = q
    seen = k
    if torch.numel(w[8]) > 0:
      turned = self.placed(q, w[8], cos, sin)
      seen = self.placed(k, w[9], cos, sin)
    d = self.attention_back(torch.reshape(do, q.size()), turned, seen, v, kept[4], kept[5], groups)
    dq = self.placed_back(d[0], q, w[8], gw[8], cos, sin)
    dk = self.placed_back(d[1], k, w[9], gw[9], cos, sin)
    dv = torch.type_as(torch.reshape(d[2], [x.size(0), -1]), x)
    h = self.normalise(x, w[0], w[1])
    if torch.numel(w[4]) > 0:
      dh = self.project_back(none, dq, h, h.size(1), w, gw, 2, a, ga, s, 0, masks)
      dh = self.project_back(dh, dk, h, h.size(1), w, gw, 4, a, ga, s, 1, masks)
      dh = self.project_back(dh, dv, h, h.size(1), w, gw, 6, a, ga, s, 2, masks)
    else:
      dh = self.project_back(none, torch.cat([dq, dk, dv], 1), h, h.size(1), w, gw, 2, a, ga, s, 0, masks)
    return self.normalise_back(dh, x, w, gw, 0, dy)

  def cached_block(self: __torch__.Kernels, x: Tensor, cos: Tensor, sin: Tensor, past: Tensor, cache: Tensor, s: Tensor, w: List[Tensor], a: List[Tensor]) -> Tensor:
    # x (L, C), the tokens that follow on the first `past` ones of the cache (1, 2K, capacity, D): keys, then values
    L = x.size(0)
    H = self.heads
    K = self.key_value_heads
    D = self.head_width
    p = int(past)
    q, k, v = self.projected(self.normalise(x, w[0], w[1]), s, w, a)
    q = self.placed(q, w[8], cos, sin)
    k = self.placed(k, w[9], cos, sin)
    torch.copy_(torch.select(torch.slice(cache, 2, p, p + L), 0, 0), torch.transpose(torch.cat([k, v], 1), 0, 1))
    k, v = torch.split_with_sizes(torch.transpose(torch.slice(cache, 2, 0, p + L), 0, 1), [K, K], 0)
    q = torch.permute(torch.reshape(q, [L, K, H // K, D]), [1, 2, 0, 3])
    k = torch.expand(k, [K, H // K, p + L, D])
    v = torch.expand(v, [K, H // K, p + L, D])
    o = torch.reshape(torch.permute(self.attend(q, k, v, p), [2, 0, 1, 3]), [L, H * D])
    return self.feed_forward(self.project_onto(x, o, w, 10, a, s, 3), s, w, a)[0]

  def cache(self: __torch__.Kernels, like: Tensor, capacity: Tensor) -> Tensor:
    # room for the keys and values of one block
    return torch.new_zeros(like, [1, 2 * self.key_value_heads, int(capacity), self.head_width])

  # One token through everything, for writing token by token: products of matrix and vector are bound by the memory that the
  # weights come from, so all else has to be few calls. Vectors have one dimension here; nothing is converted.

  def normalise_one(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    if self.root_mean_square:
      # A third of the time of rms_norm, which is six calls.
      length = float(torch.linalg_vector_norm(x, 2, None, False, dtype=6))
      y = torch.mul_(torch.mul(x, (length * length / x.size(0) + self.epsilon) ** -0.5), weight)
    else:
      y = torch.layer_norm(x, [x.size(0)], weight, bias, self.epsilon)
    return y

  def project_one(self: __torch__.Kernels, h: Tensor, w: List[Tensor], place: int, a: List[Tensor], s: List[float], module: int) -> Tensor:
    # (in) -> (out); module counts through all blocks
    if torch.numel(w[place + 1]) > 0:
      y = torch.addmv(w[place + 1], w[place], h)
    else:
      y = torch.mv(w[place], h)
    return self.adapt_one(y, h, a, s, module)

  def project_one_onto(self: __torch__.Kernels, x: Tensor, h: Tensor, w: List[Tensor], place: int, a: List[Tensor], s: List[float], module: int) -> Tensor:
    y = torch.addmv(x, w[place], h)
    if torch.numel(w[place + 1]) > 0:
      y = torch.add_(y, w[place + 1])
    return self.adapt_one(y, h, a, s, module)

  def adapt_one(self: __torch__.Kernels, y: Tensor, h: Tensor, a: List[Tensor], s: List[float], module: int) -> Tensor:
    if torch.len(a) > 0:
      if torch.numel(a[2 * module]) > 0:
        y = torch.addmv_(y, a[2 * module + 1], torch.mv(a[2 * module], h), beta=1, alpha=s[module])
    return y

  def rotate_one(self: __torch__.Kernels, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    # in place; x (heads, D), cos and sin (1, D)
    half = torch.chunk(x, 2, 1)
    turned = torch.cat([half[1], half[0]], 1)
    return torch.addcmul_(torch.mul_(x, cos), turned, sin)

  def attention_one(self: __torch__.Kernels, x: Tensor, past: int, cos: Tensor, sin: Tensor, cache: Tensor, w: List[Tensor], a: List[Tensor], s: List[float], layer: int) -> Tensor:
    # x (C) -> (H*D); the cache takes in the token
    H = self.heads
    K = self.key_value_heads
    D = self.head_width
    b = 20 * layer
    h = self.normalise_one(x, w[b], w[b + 1])
    y = self.project_one(h, w, b + 2, a, s, 7 * layer)
    if torch.numel(w[b + 4]) > 0:
      y = torch.cat([y, self.project_one(h, w, b + 4, a, s, 7 * layer + 1), self.project_one(h, w, b + 6, a, s, 7 * layer + 2)], 0)
    y = torch.view(y, [H + 2 * K, D])
    if torch.numel(w[b + 8]) > 0:
      q, k, v = torch.split_with_sizes(y, [H, K, K], 0)
      y = torch.cat([torch.rms_norm(q, [D], w[b + 8], self.epsilon), torch.rms_norm(k, [D], w[b + 9], self.epsilon), v], 0)
    if torch.numel(cos) > 0:
      self.rotate_one(torch.slice(y, 0, 0, H + K), cos, sin)
    q, kv = torch.split_with_sizes(y, [H, 2 * K], 0)
    torch.copy_(torch.select(cache, 2, past), torch.unsqueeze(kv, 0))
    first = 0
    if self.window > 0 and past + 1 > self.window:
      first = past + 1 - self.window
    k, v = torch.split_with_sizes(torch.slice(cache, 2, first, past + 1), [K, K], 1)
    return torch.reshape(self.attend_one(torch.view(q, [K, H // K, D]), k, v), [H * D])

  def attend_one(self: __torch__.Kernels, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    # q (K, H / K, D), k and v (1, K, keys, D), every key is seen. In float32 the query heads that share a key are rows of one
    # product; the fused kernel does that fastest for few keys only. In bfloat16 it is fast with one row at a time.
    if q.dtype == 6 and k.size(2) > 128:
      chances = torch.softmax(torch.bmm(torch.mul(q, q.size(2) ** -0.5), torch.transpose(torch.select(k, 0, 0), 1, 2)), -1)
      o = torch.bmm(chances, torch.select(v, 0, 0))
    elif q.dtype == 6:
      o = torch.scaled_dot_product_attention(torch.unsqueeze(q, 0), k, v, None, 0., False)
    else:
      all = [q.size(0), q.size(1), k.size(2), q.size(2)]
      k = torch.expand(torch.transpose(k, 0, 1), all)
      v = torch.expand(torch.transpose(v, 0, 1), all)
      o = torch.scaled_dot_product_attention(torch.unsqueeze(q, 2), k, v, None, 0., False)
    return o

  def feed_forward_one(self: __torch__.Kernels, x: Tensor, w: List[Tensor], a: List[Tensor], s: List[float], layer: int) -> Tensor:
    b = 20 * layer
    h = self.normalise_one(x, w[b + 12], w[b + 13])
    up = self.project_one(h, w, b + 16, a, s, 7 * layer + 5)
    if self.gated and torch.numel(w[b + 14]) > 0:
      f = torch.mul_(torch.silu_(self.project_one(h, w, b + 14, a, s, 7 * layer + 4)), up)
    elif self.gated:
      both = torch.chunk(up, 2, 0)
      f = torch.mul_(torch.silu_(both[0]), both[1])
    else:
      f = torch.gelu(up, approximate="tanh")
    return self.project_one_onto(x, f, w, b + 18, a, s, 7 * layer + 6)

  def next_logits(self: __torch__.Kernels, id: int, past: int, outer: List[Tensor], w: List[Tensor], caches: List[Tensor], turns: List[Tensor], a: List[Tensor], s: List[float]) -> Tensor:
    # The token that follows on the first `past` ones of the caches -> logits (V), float32. outer: token embedding, position
    # embedding, final norm, its bias, head; turns: cos and sin (capacity, 1, D); w, a, s: of all blocks, one after another; a and
    # s have nothing at all where no module is adapted.
    x = torch.select(outer[0], 0, id)
    if torch.numel(outer[1]) > 0:
      x = torch.add(x, torch.select(outer[1], 0, past))
    cos = turns[0]
    sin = turns[1]
    if torch.numel(cos) > 0:
      cos = torch.select(cos, 0, past)
      sin = torch.select(sin, 0, past)
    for i in range(torch.len(caches)):
      o = self.attention_one(x, past, cos, sin, caches[i], w, a, s, i)
      x = self.project_one_onto(x, o, w, 20 * i + 10, a, s, 7 * i + 3)
      x = self.feed_forward_one(x, w, a, s, i)
    h = self.normalise_one(x, outer[2], outer[3])
    return torch.to(torch.mv(outer[4], h), 6)

  def next_likeliest(self: __torch__.Kernels, id: int, past: int, outer: List[Tensor], w: List[Tensor], caches: List[Tensor], turns: List[Tensor], a: List[Tensor], s: List[float]) -> Tensor:
    # as next_logits -> id of the largest, the first of equal ones
    return torch.argmax(self.next_logits(id, past, outer, w, caches, turns, a, s), None, False)

  def in_type_of(self: __torch__.Kernels, like: Tensor, arrays: List[Tensor]) -> List[Tensor]:
    # each in the type of like, the same array where it has that already
    result = annotate(List[Tensor], [])
    for i in range(torch.len(arrays)):
      result = torch.append(result, torch.type_as(arrays[i], like))
    return result

  def of_one_type(self: __torch__.Kernels, like: Tensor, arrays: List[Tensor]) -> Tensor:
    # 1 if every array that has numbers has those of the type of like
    same = 1
    for i in range(torch.len(arrays)):
      if torch.numel(arrays[i]) > 0 and arrays[i].dtype != like.dtype:
        same = 0
    return torch.tensor(same, dtype=4)

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

  def logits(self: __torch__.Kernels, x: Tensor, at: Tensor, w: List[Tensor]) -> Tensor:
    # w: final norm, its bias, head (V, C); x (N, C), at (M) -> (M, V), float32
    h = self.normalise(torch.index_select(x, 0, at), w[0], w[1])
    return torch.to(self.onto_vocabulary(h, w[2]), 6)

  def columns(self: __torch__.Kernels, rows: int) -> int:
    # how many words of the vocabulary are looked at together for so many rows: what fits into a processor's cache, or nearly
    step = 512
    if rows > 0 and 2097152 // rows > step:
      step = 2097152 // rows
    return step

  def scores(self: __torch__.Kernels, h: Tensor, head: Tensor, start: int, end: int) -> Tensor:
    # h (M, C), some rows of the head (V, C) -> (M, end - start), float32
    return torch.to(torch.linear(h, torch.type_as(torch.slice(head, 0, start, end), h)), 6)

  def likelihood(self: __torch__.Kernels, x: Tensor, at: Tensor, targets: Tensor, w: List[Tensor]) -> Tensor:
    # negative log-likelihood of each target (M), float32; as loss, a part of the vocabulary at a time
    head = w[2]
    h = self.normalise(torch.index_select(x, 0, at), w[0], w[1])
    step = self.columns(h.size(0))
    most = torch.full([h.size(0), 1], -inf, dtype=6, device=x.device)
    sums = torch.zeros([h.size(0), 1], dtype=6, device=x.device)
    for i in range(0, head.size(0), step):
      z = self.scores(h, head, i, i + step)
      new = torch.maximum(most, torch.amax(z, [1], True))
      sums = torch.mul_(sums, torch.exp(torch.sub(most, new)))
      sums = torch.add_(sums, torch.sum(torch.exp_(torch.sub_(z, new)), [1], True))
      most = new
    own = torch.mul(torch.to(torch.index_select(head, 0, targets), 6), torch.to(h, 6))
    return torch.squeeze(torch.sub(torch.add(torch.log(sums), most), torch.sum(own, [1], True)), 1)

  def loss(self: __torch__.Kernels, x: Tensor, at: Tensor, targets: Tensor, scale: Tensor, w: List[Tensor], gradients: List[Tensor]) -> List[Tensor]:
    # [sum of the negative log-likelihoods (float64), d (scale * sum) / d x (N, C)]. The logits exist for a part of the
    # vocabulary at a time, and with them what the gradient needs of them: the mean of the head's rows by the probabilities so
    # far. A larger logit makes what was summed before smaller (arXiv 1805.02867). gradients: of w, each empty where w is frozen.
    head = w[2]
    c = float(scale)
    chosen = torch.index_select(x, 0, at)
    h = self.normalise(chosen, w[0], w[1])
    M = h.size(0)
    V = head.size(0)
    step = self.columns(M)
    most = torch.full([M, 1], -inf, dtype=6, device=x.device)
    sums = torch.zeros([M, 1], dtype=6, device=x.device)
    mean = torch.zeros([M, h.size(1)], dtype=6, device=x.device)
    for i in range(0, V, step):
      z = self.scores(h, head, i, i + step)
      new = torch.maximum(most, torch.amax(z, [1], True))
      before = torch.exp(torch.sub(most, new))
      most = new
      z = torch.exp_(torch.sub_(z, new))
      sums = torch.add_(torch.mul_(sums, before), torch.sum(z, [1], True))
      part = torch.type_as(torch.slice(head, 0, i, i + step), h)
      mean = torch.mul_(mean, before)
      if part.dtype == mean.dtype:
        mean = torch.addmm_(mean, z, part, beta=1, alpha=1)
      else:
        mean = torch.add_(mean, torch.mm(torch.type_as(z, h), part))
    own = torch.to(torch.index_select(head, 0, targets), 6)
    sums = torch.add_(torch.log(sums), most)
    total = torch.sum(torch.sub(sums, torch.sum(torch.mul(own, torch.to(h, 6)), [1], True)), dtype=7)
    # d nll / d h = mean of the head's rows by the probabilities - the target's row
    dh = torch.mul_(torch.sub_(torch.mul_(mean, torch.exp(torch.sub(most, sums))), own), c)
    if torch.numel(gradients[2]) > 0:
      wide = torch.to(h, 6)
      for i in range(0, V, step):
        z = torch.mul_(torch.exp_(torch.sub_(self.scores(h, head, i, i + step), sums)), c)
        torch.addmm_(torch.slice(gradients[2], 0, i, i + step), torch.t(z), wide, beta=1, alpha=1)
      torch.index_add_(gradients[2], 0, targets, wide, alpha=torch.neg(c))
    d = self.normalise_back(torch.type_as(dh, h), chosen, w, gradients, 0, torch.zeros_like(h))
    dx = torch.zeros_like(x)
    torch.index_copy_(dx, 0, at, d)
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
