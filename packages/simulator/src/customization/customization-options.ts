/** A screen, file or other part that a published project has changed. */
export interface CustomizationItem {
  readonly screenId: string;
  /** `Page`, `Graph`, `File`, … */
  readonly type: string;
  readonly key: string;
}

/** A customization project that the site has from the start. */
export interface CustomizationProject {
  readonly description?: string;
  /** Later levels overrule earlier ones. @default none */
  readonly level?: number;
  /** The package, a zip archive, in base64. @default an empty archive */
  readonly content?: string;
  /** @default none */
  readonly items?: readonly CustomizationItem[];
  /** Whether it is published in every tenant from the start. @default false */
  readonly published?: boolean;
  /** What its validation fails with, each time it is published. @default it does not */
  readonly failWith?: string;
}

/** The customization projects of a site, and how long publishing takes. */
export interface CustomizationOptions {
  /** By name. @default none */
  readonly projects?: Readonly<Record<string, CustomizationProject>>;
  /** How often `publishEnd` says that the work goes on. @default 1 */
  readonly polls?: number;
}
