/** What someone is told who has not said where the posts are. */
export type Welcome = {
  /** Absolute path of the folder that was looked into. */
  readonly folder: string;
  /** Absolute paths that would have made a site of it. */
  readonly looked: readonly string[];
  /** Absolute path of the configuration file, whether or not it is there. */
  readonly configuration: string;
  /** The home that `~` stands for. */
  readonly home: string | undefined;
};
