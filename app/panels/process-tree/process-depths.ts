/** How deep each node stands below its root; parents come before their children. */
export function depthsOf(nodes: readonly { readonly parent: number | undefined }[]): readonly number[] {
  const depths: number[] = [];
  for (const { parent } of nodes) depths.push(parent === undefined ? 0 : depths[parent] + 1);
  return depths;
}
