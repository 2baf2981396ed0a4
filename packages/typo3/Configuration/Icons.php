<?php

return [
    'amtsweg-widget' => [
        'provider' => \TYPO3\CMS\Core\Imaging\IconProvider\SvgIconProvider::class,
        'source' => 'EXT:amtsweg/Resources/Public/Icons/Extension.svg',
    ],
];
