/**
 * Keeps the last `limit` answers by key, those asked for again the longest; who asks while one is being made shares it. What failed is
 * made anew.
 */
export function keepLast<Key, Answer>(
  limit: number,
): (key: Key, make: () => Promise<Answer>) => Promise<Answer> {
  const kept = new Map<Key, Promise<Answer>>()
  return (key, make) => {
    const answer = kept.get(key) ?? make()
    kept.delete(key)
    kept.set(key, answer)
    answer.catch(() => kept.get(key) === answer && kept.delete(key))
    const oldest = kept.keys().next()
    if (kept.size > limit && !oldest.done) kept.delete(oldest.value)
    return answer
  }
}
