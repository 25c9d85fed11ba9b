// Everything that a page needs to exchange messages with a timeline in a frame.
const frame = document.querySelector('iframe');

for (const button of document.querySelectorAll('button'))
	button.addEventListener('click', () =>
		frame.contentWindow.postMessage(JSON.parse(button.dataset.message), '*')
	);

addEventListener('message', ({ source, data }) => {
	if (source === frame.contentWindow && data.type === 'timeline:select')
		document.querySelector('output').textContent = data.event ?? 'none';
});
