import { run, type SampleScenario } from '../scenario.ts';

const bash = { path: '/usr/bin/bash', command: '-bash', parent: 'sshd' } as const;
const make = { path: '/usr/bin/make', command: 'make html', parent: 'bash' } as const;
const ciStep = {
  path: '/usr/bin/bash',
  command: ({ random }: { random: { between(low: number, high: number): number } }) =>
    `/usr/bin/bash -e /home/runner/work/_temp/step-${random.between(10, 99)}.sh`,
  parent: 'Runner.Worker',
};
const cmd = { path: 'C:\\Windows\\System32\\cmd.exe', command: 'cmd.exe /c build.bat', parent: 'Code.exe' } as const;
const code = {
  path: 'C:\\Program Files\\Microsoft VS Code\\Code.exe',
  command: '"C:\\Program Files\\Microsoft VS Code\\Code.exe" --type=extensionHost',
  parent: 'Code.exe',
} as const;

/** What nobody names and every fleet has: other languages that share Lua's words, and tools of Lua's own developers. */
const excludedFamilies: readonly SampleScenario[] = [
  {
    id: 'node-require',
    label: 'FP',
    devices: ['ci-runner-04', 'dev-lx-11'],
    times: 26,
    parent: bash,
    processes: [
      run(
        'node',
        '/usr/bin/node',
        ({ random }) =>
          `node -e "require('fs').${random.pick(["copyFileSync('a.json','b.json')", "rmSync('dist',{recursive:true})", "writeFileSync('.env','')"])}"`,
      ),
    ],
  },
  {
    id: 'node-require-windows',
    label: 'FP',
    devices: ['dev-ws-101', 'build-win-02'],
    times: 10,
    parent: cmd,
    processes: [
      run('node', 'C:\\Program Files\\nodejs\\node.exe', `node  -e "console.log(require('./package.json').version)"`),
    ],
  },
  {
    id: 'npm-script',
    label: 'FP',
    devices: ['ci-runner-04'],
    times: 8,
    parent: { path: '/usr/bin/node', command: 'npm run postbuild', parent: 'bash' },
    processes: [
      run(
        'shell',
        '/usr/bin/dash',
        `sh -c node -e "require('./scripts/check-size.js')"`,
        run('node', '/usr/bin/node', `node -e require('./scripts/check-size.js')`),
      ),
    ],
  },
  {
    id: 'python-os-module',
    label: 'FP',
    devices: ['ci-runner-04', 'web-02'],
    times: 14,
    parent: bash,
    processes: [
      run(
        'python',
        '/usr/bin/python3.11',
        ({ random }) =>
          `python3 -c import os; os.${random.pick(["rename('out.tmp', 'out.csv')", "remove('/var/lock/etl.pid')"])}`,
      ),
    ],
  },
  {
    id: 'python-os-module-windows',
    label: 'FP',
    devices: ['build-win-02', 'fin-ws-014'],
    times: 5,
    parent: cmd,
    processes: [
      run(
        'python',
        'C:\\Program Files\\Python312\\python.exe',
        `python -c "import io; print(io.open('report.txt', encoding='utf-8').read()[:80])"`,
      ),
    ],
  },
  {
    id: 'lua-language-server',
    label: 'FP',
    devices: ['dev-ws-101', 'dev-ws-102'],
    times: 9,
    parent: code,
    processes: [
      run(
        'server',
        ({ user }) =>
          `C:\\Users\\${user}\\.vscode\\extensions\\sumneko.lua-3.7.4-win32-x64\\server\\bin\\lua-language-server.exe`,
        ({ user }) =>
          `c:\\Users\\${user}\\.vscode\\extensions\\sumneko.lua-3.7.4-win32-x64\\server\\bin\\lua-language-server.exe --locale=en-us`,
      ),
    ],
  },
  {
    id: 'pandoc-filter',
    label: 'FP',
    devices: ['doc-lx-01'],
    times: 18,
    parent: make,
    processes: [
      run(
        'pandoc',
        '/usr/bin/pandoc',
        ({ random }) =>
          `pandoc --lua-filter=filters/${random.pick(['wordcount', 'diagram', 'include-files'])}.lua chapter-${random.between(1, 24)}.md -o build/chapter.html`,
      ),
    ],
  },
];

/** Hits that no exclusion takes: what is left for the analyst to tune. */
const leftToTune: readonly SampleScenario[] = [
  {
    id: 'neovim-script',
    label: 'FP',
    devices: ['dev-lx-11'],
    times: 6,
    parent: make,
    processes: [run('nvim', '/usr/bin/nvim', `nvim --headless -u tests/minimal_init.lua -c 'qa!'`)],
  },
  {
    id: 'luacheck-in-ci',
    label: 'FP',
    devices: ['ci-runner-04'],
    times: 7,
    parent: ciStep,
    processes: [
      run(
        'interpreter',
        '/usr/bin/lua5.3',
        `/usr/bin/lua5.3 -e package.path="/home/runner/.luarocks/share/lua/5.3/?.lua;"..package.path /home/runner/.luarocks/bin/luacheck src`,
      ),
    ],
  },
  {
    id: 'build-probe',
    label: 'FP',
    devices: ['ci-runner-04'],
    times: 4,
    parent: { path: '/usr/bin/make', command: 'make check', parent: 'bash' },
    processes: [
      run('interpreter', '/usr/local/bin/lua', `lua -e require('socket')`),
      run('compiler', '/usr/local/bin/luac', 'luac -p src/agent.lua'),
    ],
  },
  {
    id: 'latex-build',
    label: 'FP',
    devices: ['doc-lx-01'],
    times: 3,
    parent: make,
    processes: [run('texlua', '/usr/bin/luahbtex', 'texlua build.lua check -q')],
  },
  {
    id: 'routing-profile',
    label: 'FP',
    devices: ['k8s-node-03'],
    times: 3,
    parent: {
      path: '/usr/bin/containerd-shim-runc-v2',
      command: 'containerd-shim-runc-v2 -namespace k8s.io',
      parent: 'systemd',
    },
    processes: [
      run('osrm', '/usr/local/bin/osrm-extract', 'osrm-extract -p /opt/profiles/bicycle.lua /data/region.osm.pbf'),
    ],
  },
  {
    id: 'game-updater',
    label: 'FP',
    devices: ['game-ws-07'],
    times: 2,
    parent: {
      path: 'C:\\Windows\\System32\\cmd.exe',
      command: 'cmd.exe /c C:\\Games\\Corvid\\update.bat',
      parent: 'explorer.exe',
    },
    processes: [run('interpreter', 'C:\\Games\\Corvid\\updater\\luajit.exe', 'luajit.exe check_update.lua /quiet')],
  },
];

/** False positives that the published rule does not name. */
export const unnamedFalsePositives: readonly SampleScenario[] = [...excludedFamilies, ...leftToTune];
