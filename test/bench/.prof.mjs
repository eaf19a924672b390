import { build } from 'esbuild'; import { createRequire } from 'node:module'; import fs from 'node:fs';
import { startEngineRounds } from './engine/engineRounds.mjs'; import { bareLoop } from './engine/bareLoop.mjs';
const folder=fs.mkdtempSync('/tmp/prof-');
const contents=`export { wrapperCommand } from './src/engine/fleets/local/wrapper'; export { commandFile, shellCommand } from './src/engine/fleets/local/shells'; export { attemptFolder, attemptParts } from './src/engine/fleets/attemptFolder'; export { connectToEngine, nodeEnvironment } from './src/engine/client/client'; export { startRun, stopEngine } from './src/protocol/engine'; export { isActive } from './src/model/run/status';`;
await build({stdin:{contents,resolveDir:process.cwd()},bundle:true,platform:'node',format:'cjs',outfile:folder+'/p.cjs',logLevel:'error'});
const parts=createRequire(import.meta.url)(folder+'/p.cjs');
process.env.RUNLENS_PARALLEL='2'; if(process.argv[2]) process.env.NODE_OPTIONS='--cpu-prof --cpu-prof-dir='+folder;
const e=await startEngineRounds(parts,'/tmp/eng/engine.js',folder);
const b=[],r=[];
for(let i=0;i<(process.argv[2]?1:4);i++){b.push(await bareLoop(parts,folder+'/bare'+i,2)); r.push((await e.round()).duration);}
console.log('bare',b,'engine',r, 'median ratio', (r.toSorted((x,y)=>x-y)[1]/b.toSorted((x,y)=>x-y)[1]).toFixed(2)); await e.stop();
await new Promise(r=>setTimeout(r,700));
for(const f of fs.readdirSync(folder).filter(f=>f.endsWith('.cpuprofile'))){const p=JSON.parse(fs.readFileSync(folder+'/'+f)); const self=new Map(); const dt=p.timeDeltas; const byId=new Map(p.nodes.map(n=>[n.id,n])); p.samples.forEach((id,i)=>{const n=byId.get(id); const k=n.callFrame.functionName+' '+n.callFrame.url.split('/').pop()+':'+n.callFrame.lineNumber; self.set(k,(self.get(k)||0)+dt[i]);}); console.log([...self].sort((a,b)=>b[1]-a[1]).slice(0,40).map(([k,v])=>(v/1000).toFixed(0)+'ms '+k).join('\n'));}
fs.rmSync(folder,{recursive:true,force:true});
