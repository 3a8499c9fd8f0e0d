/** An object of a JSON text, read field by field; what is missing or of another shape is empty. */
export class JsonFields {
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    this.fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  }

  names(): readonly string[] {
    return Object.keys(this.fields);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.fields, name) && this.fields[name] !== null;
  }

  /** A text, number or boolean as text. */
  text(name: string): string {
    const value = this.value(name);
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
  }

  texts(name: string): readonly string[] {
    const value = this.value(name);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  }

  object(name: string): JsonFields {
    return new JsonFields(this.value(name));
  }

  objects(name: string): readonly JsonFields[] {
    const value = this.value(name);
    return Array.isArray(value) ? value.map((item) => new JsonFields(item)) : [];
  }

  private value(name: string): unknown {
    return Object.hasOwn(this.fields, name) ? this.fields[name] : undefined;
  }
}
