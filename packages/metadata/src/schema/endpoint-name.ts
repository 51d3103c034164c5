/** An endpoint in one of its versions: `Default`, `24.200.001`. */
export interface EndpointName {
  readonly name: string;
  readonly version: string;
}
