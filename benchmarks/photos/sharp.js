// The same renditions by sharp, as a cascade, one thread; speaks as PhotoRenditions does.
const fs = require('fs');
const path = require('path');
const sharp = require('sharp');
sharp.concurrency(1);
sharp.cache(false);

const folder = process.argv[2];
const photos = fs.readdirSync(folder).sort().map((name) => path.join(folder, name));

async function rendered(bytes) {
  const jpeg = (image) => image.jpeg({ quality: 82, chromaSubsampling: '4:2:0', optimiseCoding: false }).toBuffer();
  const out = {};
  let image = null;
  for (const side of [2048, 1024, 512, 256]) {
    const source = image === null
      ? sharp(bytes, { failOn: 'none' }).rotate()
      : sharp(image.data, { raw: image.info });
    const { data, info } = await source
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    image = { data, info: { width: info.width, height: info.height, channels: info.channels } };
    out[side] = await jpeg(sharp(data, { raw: image.info }));
  }
  return out;
}

async function answer(line) {
  const [word, target] = line.split(' ');
  if (word === 'keep') {
    for (const photo of photos) {
      const all = await rendered(fs.readFileSync(photo));
      for (const side of Object.keys(all)) {
        fs.writeFileSync(path.join(target, `${path.basename(photo)}.${side}.jpg`), all[side]);
      }
    }
    return 'sharp '.repeat(photos.length).trim();
  }
  const bytes = photos.map((photo) => fs.readFileSync(photo));
  const before = process.cpuUsage();
  for (const photo of bytes) await rendered(photo);
  const spent = process.cpuUsage(before);
  return ((spent.user + spent.system) / 1000 / bytes.length).toFixed(2);
}

(async () => {
  const lines = require('readline').createInterface({ input: process.stdin });
  for await (const line of lines) console.log(await answer(line));
})();
