<?php

$EM_CONF[$_EXTKEY] = [
    'title' => 'Amtsweg',
    'description' => 'Content element for the widgets of an Amtsweg server: find a public service, and the office that answers for it.',
    'category' => 'fe',
    'author' => 'Amtsweg',
    'state' => 'beta',
    'version' => '1.0.0',
    'constraints' => [
        'depends' => ['typo3' => '13.4.0-14.99.99'],
        'conflicts' => [],
        'suggests' => ['fluid_styled_content' => ''],
    ],
];
