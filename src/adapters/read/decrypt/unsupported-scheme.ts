/** A protection that cannot be undone here; the name people may look up. */
export class UnsupportedScheme extends Error {
  constructor(readonly scheme: string) {
    super(scheme);
  }
}
