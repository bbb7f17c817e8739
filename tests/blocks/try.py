import sys,time,collections
sys.path.insert(0,'extensions'); sys.path.insert(0,'tests')
from pathlib import Path
import tempfile
from blocks.cases import corpus
from blocks.project import *
from PIL import Image
import io
png=io.BytesIO(); Image.new('RGB',(4,4)).save(png,'PNG')
files={"issues/foto.png":png.getvalue(),"segreti/foto.png":png.getvalue(),"conf.png":png.getvalue()}
cases=corpus()
names=collections.Counter(c.name for c in cases); print(len(cases),[n for n in names if names[n]>1])
for c in cases: files.update(c.files)
d=Path(tempfile.mkdtemp()); write(d,files)
t=time.time()
b=build(d,'newsletter-check',drafts=True); print('built',time.time()-t)
want={}
for c in cases:
    for e in c.expected: want.setdefault(e.path,[]).append(e)
got={}
for m in b.messages: got.setdefault(m.path,[]).append(m)
paths=[p for c in cases for p in c.files]
for p in paths+sorted(set(got)-set(paths)):
    g=list(got.get(p,[])); miss=[]
    for e in want.get(p,[]):
        hit=next((m for m in g if m.line==e.line and m.level==e.level and m.code=='newsletter.'+e.code and e.words in m.text),None)
        if hit: g.remove(hit); 
        else: miss.append(e)
        if hit and '-v' in sys.argv: print('ok',hit.code,hit.text)
    g=[m for m in g if m.level!='HINT' or '-h' in sys.argv]
    if g or miss:
        print('##',p)
        for e in miss: print('   MISSING',e.line,e.level,e.code,'|',e.words)
        for m in g: print('   EXTRA  ',m.line,m.level,m.code,'|',m.text)
