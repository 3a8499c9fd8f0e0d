import { shippedSampleAddresses } from 'virtual:shipped-samples';

export const shippedSampleCount = shippedSampleAddresses.length;

const sampleFiles = new WeakSet<File>();

/** True for a file that `shippedSamples` gave. */
export function isShippedSample(file: File): boolean {
  return sampleFiles.has(file);
}

/** The shipped rule's sample events as files. One that can't be fetched is left out. */
export async function shippedSamples(): Promise<readonly File[]> {
  const files = await Promise.all(
    shippedSampleAddresses.map(async (address) => {
      const content = await contentAt(address).catch(() => undefined);
      if (content === undefined) return undefined;
      const file = new File([content], address.replace(/^.*\//, ''));
      sampleFiles.add(file);
      return file;
    }),
  );
  return files.filter((file) => file !== undefined);
}

/** What stands at an address; undefined where nothing does. Rejects when the network ends on the way. */
async function contentAt(address: string): Promise<Blob | undefined> {
  const response = await fetch(address);
  return response.ok ? response.blob() : undefined;
}
