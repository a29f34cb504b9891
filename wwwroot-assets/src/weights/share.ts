/** The rule of Weights.Share, in hundredths: shares a total in proportion to weights, exactly, and leaves nothing without any. */
export function share(weights: readonly number[], total: number): number[] {
  const unit = total % 100 === 0 && total / 100 >= weights.length ? 100 : 1;
  const amount = total / unit;
  const sum = weights.reduce((so, weight) => so + weight, 0);
  const parts = weights.map((weight) => Math.max(1, Math.floor((amount * weight) / sum)));
  for (let left = amount - parts.reduce((so, part) => so + part, 0); left !== 0; left -= Math.sign(left)) {
    const sign = Math.sign(left);
    const behind = parts.map((part, i) => (sign > 0 || part > 1 ? sign * (amount * (weights[i] ?? 0) - part * sum) : -Infinity));
    const furthest = behind.indexOf(Math.max(...behind));
    parts[furthest] = (parts[furthest] ?? 0) + sign;
  }
  return parts.map((part) => part * unit);
}
