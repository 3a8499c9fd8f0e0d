/** A page that is one Monaco editor: what the workbench's first visit is measured beside. */
import 'monaco-editor/features/register.all';
import { editor } from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const container = document.getElementById('editor');
if (container) editor.create(container, { value: 'DeviceProcessEvents\n| take 10', automaticLayout: true });
