// The form in the editor; no build, so that what is installed is what can be read.
;((wp, { server, area, labels, widgets, views, words }) => {
  const { createElement: make } = wp.element
  const { Notice, Placeholder, SelectControl, TextControl } = wp.components

  const choices = (texts) => Object.entries(texts).map(([value, label]) => ({ value, label }))

  function edit({ attributes, setAttributes }) {
    const field = (Control, name, more) =>
      make(Control, {
        key: name,
        label: words[name],
        help: words[`${name}Help`],
        value: attributes[name],
        onChange: (value) => setAttributes({ [name]: value }),
        ...more,
      })
    const fields = [
      field(SelectControl, 'widget', { options: choices(widgets) }),
      field(TextControl, 'area', { placeholder: area, inputMode: 'numeric' }),
      field(TextControl, 'service'),
      attributes.widget === 'wayfinder' && field(SelectControl, 'view', { options: choices(views) }),
      field(TextControl, 'label', { placeholder: labels[attributes.widget] }),
    ]
    const warning =
      !server && make(Notice, { key: 'notice', status: 'warning', isDismissible: false }, words.noServer)
    return make(
      'div',
      wp.blockEditor.useBlockProps(),
      make(Placeholder, { icon: 'location-alt', label: 'Amtsweg', isColumnLayout: true }, warning, ...fields),
    )
  }

  // What stands on the page is made by PHP on every view.
  wp.blocks.registerBlockType('amtsweg/widget', { edit, save: () => null })
})(window.wp, window.amtsweg)
