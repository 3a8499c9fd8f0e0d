/** Modules of monaco-editor that come without types and are loaded for their effect alone. */
declare module 'monaco-editor/base/common/lifecycle';
declare module 'monaco-editor/platform/instantiation/common/instantiation';
declare module 'monaco-editor/editor/common/core/range';
declare module 'monaco-editor/editor/browser/editorExtensions';
declare module 'monaco-editor/editor/contrib/message/browser/messageController';

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  /** The services of all editors, by name. */
  export const StandaloneServices: {
    /** Puts services in place of Monaco's own; does nothing once one was used. */
    initialize(overrides: Readonly<Record<string, object>>): unknown;
  };
}
