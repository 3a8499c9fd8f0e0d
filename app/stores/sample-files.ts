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
      const response = await fetch(address).catch(() => undefined);
      if (!response?.ok) return undefined;
      const file = new File([await response.blob()], address.replace(/^.*\//, ''));
      sampleFiles.add(file);
      return file;
    }),
  );
  return files.filter((file) => file !== undefined);
}
