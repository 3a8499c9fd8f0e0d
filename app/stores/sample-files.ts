import { shippedSampleAddresses } from 'virtual:shipped-samples';
import { tell } from './notice-store.ts';

export const shippedSampleCount = shippedSampleAddresses.length;

const sampleFiles = new WeakSet<File>();

/** True for a file that `shippedSamples` gave. */
export function isShippedSample(file: File): boolean {
  return sampleFiles.has(file);
}

/** The shipped rule's sample events as files. One that can't be fetched is left out, and the reader is told. */
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
  if (files.includes(undefined)) tell('Some sample events could not be fetched: reload the page to try again', 'error');
  return files.filter((file) => file !== undefined);
}
