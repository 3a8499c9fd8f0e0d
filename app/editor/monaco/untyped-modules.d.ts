/** Modules of monaco-editor that come without types and are loaded for their effect alone. */
declare module 'monaco-editor/base/common/lifecycle';
declare module 'monaco-editor/platform/instantiation/common/instantiation';
declare module 'monaco-editor/editor/common/core/range';
declare module 'monaco-editor/editor/browser/editorExtensions';
declare module 'monaco-editor/editor/contrib/message/browser/messageController';
