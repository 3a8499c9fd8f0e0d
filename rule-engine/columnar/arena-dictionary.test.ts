import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StringDictionaryBuilder } from './string-dictionary-builder.ts';

const wellFormed = fc.string({ unit: 'grapheme' });

describe('StringDictionaryBuilder', () => {
  it('gives the empty string code 0', () => {
    const builder = new StringDictionaryBuilder();
    expect(builder.add('')).toBe(0);
    expect(builder.finish().get(0)).toBe('');
  });

  it('gives equal texts one code, different texts different codes, and each code its text', () => {
    fc.assert(
      fc.property(fc.array(wellFormed, { maxLength: 400 }), (texts) => {
        const builder = new StringDictionaryBuilder();
        const codes = texts.map((text) => builder.add(text));
        const dictionary = builder.finish();
        expect(dictionary.size).toBe(new Set([...texts, '']).size);
        expect(codes.map((code) => dictionary.get(code))).toEqual(texts);
        expect(texts.map((text) => dictionary.codeOf(text))).toEqual(codes);
      }),
    );
  });

  it('finds no code for a text that no row has, nor for one added after the dictionary was finished', () => {
    const builder = new StringDictionaryBuilder();
    builder.add('lua.exe');
    const dictionary = builder.finish();
    const code = builder.add('luajit');
    expect(dictionary.codeOf('luajit')).toBe(-1);
    expect(dictionary.codeOf('lua')).toBe(-1);
    expect(builder.finish().codeOf('luajit')).toBe(code);
    expect(builder.finish().id).not.toBe(dictionary.id);
  });

  it('keeps texts apart that differ late or only in length, over many growths', () => {
    const builder = new StringDictionaryBuilder();
    const texts = Array.from({ length: 5000 }, (_, i) => `${'\u0000'.repeat(i % 7)}C:\\Windows\\${'x'.repeat(80)}${i}`);
    const codes = texts.map((text) => builder.add(text));
    expect(new Set(codes).size).toBe(5000);
    const dictionary = builder.finish();
    expect(texts.every((text, i) => dictionary.get(codes[i]) === text)).toBe(true);
  });

  it('keeps a byte order mark inside a text and replaces a lone surrogate', () => {
    const builder = new StringDictionaryBuilder();
    const [marked, broken] = [builder.add('\ufefflua'), builder.add('a\ud800b')];
    const dictionary = builder.finish();
    expect(dictionary.get(marked)).toBe('\ufefflua');
    expect(dictionary.get(broken)).toBe('a\ufffdb');
  });
});
